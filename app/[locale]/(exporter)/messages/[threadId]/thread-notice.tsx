import { useTranslations } from "next-intl";
import { ArrivalNotice } from "@/components/layout/arrival-notice";
import type { OpenThread } from "@/lib/messages/queries/find-thread";

interface Props {
  thread: OpenThread;
  query: Readonly<Record<string, string | string[] | undefined>>;
}

/** What a press did, and what keeps the reader from writing. */
export function ThreadNotice({ thread, query }: Props) {
  const t = useTranslations("messages.notice");
  const said = (name: string) => query[name] !== undefined;
  const { mayWrite, draft, lastMessageAt } = thread;
  const done =
    said("sent") && lastMessageAt
      ? "sent"
      : (said("saved") || said("attach")) && draft && !said("added") && !said("removed")
        ? "saved"
        : said("discarded") && !draft
          ? "discarded"
          : null;
  return (
    <>
      {done ? (
        // The same words after another press are another notice.
        <ArrivalNotice
          key={`${lastMessageAt?.getTime()} ${draft?.savedAt.getTime()}`}
          className="notice notice--success"
        >
          <h2>{t(`${done}Title`)}</h2>
          {done === "sent" ? <p>{t("sentText")}</p> : null}
        </ArrivalNotice>
      ) : null}
      {said("moved") ? (
        <ArrivalNotice className="notice notice--warning">
          <p>{t("moved")}</p>
        </ArrivalNotice>
      ) : null}
      {mayWrite ? null : (
        <div className="notice">
          <p>{t(said("limited") ? "limited" : "viewOnly")}</p>
        </div>
      )}
    </>
  );
}
