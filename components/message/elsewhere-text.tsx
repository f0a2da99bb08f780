"use client";

import { useTranslations } from "next-intl";
import { useFormAnswer } from "@/components/form/form-context";

/** After a press that another window overtook: what is kept, beside what is typed. */
export function ElsewhereText() {
  const t = useTranslations("form");
  const { values } = useFormAnswer();
  const text = values?.["elsewhere"];
  if (!text) return null;
  return (
    <div className="field">
      <label htmlFor="elsewhere">{t("elsewhere")}</label>
      <textarea
        id="elsewhere"
        readOnly
        rows={Math.min(12, text.split("\n").length + 1)}
        value={text}
      />
    </div>
  );
}
