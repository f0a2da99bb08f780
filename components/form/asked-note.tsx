"use client";

import { useTranslations } from "next-intl";
import { useAsked } from "@/components/form/asked-context";

/** What the office asks about a field, right at the field; its control is described by it. */
export function AskedNote({ id, name }: { id: string; name: string }) {
  const asked = useAsked(name);
  const t = useTranslations("form");
  if (asked.length === 0) return null;
  return (
    <div className="asked" id={`${id}-asked`}>
      {asked.map((reason) => (
        <p key={reason}>
          <strong>{t("officeAsks")}</strong> {reason}
        </p>
      ))}
    </div>
  );
}
