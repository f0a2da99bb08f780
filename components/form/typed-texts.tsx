"use client";

import { useTranslations } from "next-intl";
import { typedTexts } from "@/lib/forms/typed-by-hand";

/** Everything that was typed in a form, to copy. */
export function TypedTexts({ values }: { values: Readonly<Record<string, string>> }) {
  const t = useTranslations("form");
  const typed = typedTexts(values);
  if (typed.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor="typed">{t("typed")}</label>
      <textarea
        id="typed"
        readOnly
        rows={Math.min(12, typed.length + 1)}
        value={typed.join("\n")}
      />
    </div>
  );
}
