import { useTranslations } from "next-intl";
import { withdraw } from "./actions";
import type { Announcement } from "@/lib/imports/queries/find-announcement";
import { announcementMovesFor } from "@/lib/imports/status";

/** Ends the announcement, after a second press. */
export function WithdrawSection({ announcement }: { announcement: Announcement }) {
  const t = useTranslations("imports.withdraw");
  const { id, status, mayPrepare, sentAt } = announcement;
  if (!mayPrepare || !announcementMovesFor("exporter", status).includes("withdraw")) return null;
  return (
    <details className="details">
      <summary>{t(sentAt ? "title" : "discard")}</summary>
      <div>
        <p>{t(sentAt ? "text" : "discardText")}</p>
        <form action={withdraw.bind(null, id)}>
          <button className="button button--danger">
            {t(sentAt ? "button" : "discardButton")}
          </button>
        </form>
      </div>
    </details>
  );
}
