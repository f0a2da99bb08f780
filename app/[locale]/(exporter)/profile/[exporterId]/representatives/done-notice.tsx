import { useTranslations } from "next-intl";

const deeds = ["invited", "cancelled", "late", "changed", "ended", "accepted", "refused"] as const;
export type Deed = (typeof deeds)[number];

/** The page of the representatives, where it says what was just done. */
export function doneHref(exporterId: string, done: Deed) {
  const pathname = "/profile/[exporterId]/representatives" as const;
  return { pathname, params: { exporterId }, query: { done } };
}

/** What was just done, as the address tells it. */
export function DoneNotice({ done }: { done: string | string[] | undefined }) {
  const t = useTranslations("representatives.done");
  const deed = deeds.find((each) => each === done);
  if (!deed) return null;
  return (
    <div
      className={deed === "late" ? "notice notice--warning" : "notice notice--success"}
      role="status"
    >
      <h2>{t(`${deed}.title`)}</h2>
      <p>{t(`${deed}.text`)}</p>
    </div>
  );
}
