import { useTranslations } from "next-intl";
import type { BroadcastState } from "@/lib/broadcasts/status";

const colours: Record<BroadcastState, string> = {
  shown: "tag--green",
  planned: "tag--blue",
  over: "tag--none",
  takenBack: "tag--none",
};

/** Where an announcement stands. */
export function BroadcastStateTag({ state }: { state: BroadcastState }) {
  const t = useTranslations("office.broadcasts.states");
  return <span className={`tag ${colours[state]}`}>{t(state)}</span>;
}

/** It looks like a warning and is always emailed. */
export function UrgentTag() {
  const t = useTranslations("office.broadcasts");
  return <span className="tag tag--amber">{t("urgent")}</span>;
}
