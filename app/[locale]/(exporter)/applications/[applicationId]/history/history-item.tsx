import { useLocale, useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import { LetterLinks } from "@/components/record/letter-links";
import type { HistoryEntry } from "@/lib/applications/queries/history";
import { askedWords } from "@/lib/applications/requests";
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
  const letters = useTranslations("letters");
  const frame = useTranslations("frame");
  const names = useTranslations("sections");
  const format = useFormatter();
  const locale = useLocale();
  const { what, detail, at, by, person, note, requests, notice, rejection } = entry;
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
      {rejection ? (
        <LetterLinks
          name={letters("rejection")}
          address={`/api/applications/${applicationId}/rejection`}
          letters={rejection.letters}
        />
      ) : null}
      {notice ? (
        <LetterLinks
          name={letters("notice")}
          address={`/api/applications/${applicationId}/notices/${notice.version}`}
          letters={notice.letters}
        />
      ) : null}
      {requests.length > 0 ? (
        <ul className="small">
          {requests.map((request, i) => (
            <li key={i}>
              {frame.rich("about", {
                what: nameOf(request.section),
                text: askedWords(request, locale).join(" "),
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
