import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { HistoryEntry } from "@/lib/applications/queries/history";
import { sections } from "@/lib/applications/sections";
import { useFormatter } from "@/lib/i18n/formatter";

/** One thing that happened: what, when, who, and what was said with it. */
export function HistoryItem({
  entry,
  applicationId,
}: {
  entry: HistoryEntry;
  applicationId: string;
}) {
  const t = useTranslations("history");
  const frame = useTranslations("frame");
  const names = useTranslations("sections");
  const format = useFormatter();
  const { what, detail, at, by, person, note, requests, rejection } = entry;
  const again = what === "submit" && detail !== "1";
  const who = by === "exporter" ? (person ?? "") : t(`by.${by}`);
  const nameOf = (section: string) => {
    const known = sections.find((each) => each === section);
    return known ? names(known) : section;
  };
  return (
    <li className={what === "returnForChanges" ? "attention" : undefined}>
      <h3>{again ? t("what.resubmit") : t(`what.${what}`, { detail: detail ?? "" })}</h3>
      <p>
        <time dateTime={at.toISOString()}>
          {format.dateTime(at, { dateStyle: "long", timeStyle: "short" })}
        </time>
        {who ? `, ${who}` : null}
      </p>
      {what === "submit" && detail ? (
        <p>
          <PageLink
            href={{
              pathname: "/applications/[applicationId]/versions/[submission]",
              params: { applicationId, submission: detail },
            }}
          >
            {t("seeVersion")}
          </PageLink>
        </p>
      ) : null}
      {what === "issue" && detail ? <p className="mono">{detail}</p> : null}
      {note ? <p>{note}</p> : null}
      {rejection?.reasons ? <p>{rejection.reasons}</p> : null}
      {requests.length > 0 ? (
        <ul className="small">
          {requests.map((request, i) => (
            <li key={i}>
              {frame.rich("about", {
                what: nameOf(request.section),
                text: request.reason,
                b: (chunks) => <strong>{chunks}</strong>,
              })}
              {request.done ? (
                <>
                  <br />
                  <span className="soft">{t("done")}</span>
                </>
              ) : null}
              {request.reply ? (
                <>
                  <br />
                  <span className="soft">{t("reply", { reply: request.reply })}</span>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
