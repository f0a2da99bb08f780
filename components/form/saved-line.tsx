"use client";

import { useTranslations } from "next-intl";
import { useHeard } from "@/components/form/autosave-context";

/** When the form was saved last: as the page was drawn, and then as it saves itself. Said politely. */
export function SavedLine({ before }: { before: string }) {
  const heard = useHeard();
  const t = useTranslations("form");
  const said = () => {
    if (!heard) return before;
    if (!heard.ok) return t(`autosave.${heard.why}`);
    const { at, clash, theirs } = heard;
    const saved = t("autosave.saved", { at });
    if (clash) {
      return `${saved}. ${clash.by ? t("clash.title", { by: clash.by }) : t("clash.titleOwn")}.`;
    }
    return theirs ? `${saved}. ${t("autosave.theirs")}` : saved;
  };
  const text = said();
  return (
    <p
      className={heard && !heard.ok ? "saved saved--not" : text ? "saved" : undefined}
      role="status"
    >
      {text}
    </p>
  );
}
