import { useTranslations } from "next-intl";

/** Whether a row holds on the day that is looked at. */
export function StandingTag({ stands }: { stands: "holds" | "later" | "ended" }) {
  const t = useTranslations("office.reference.standing");
  const look = { holds: "tag tag--green", later: "tag tag--blue", ended: "tag" }[stands];
  return <span className={look}>{t(stands)}</span>;
}
