import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { findConfirmations } from "@/lib/imports/queries/confirmations";

interface Props {
  viewer: OfficerViewer;
  importId: string;
  /** One has just been sent. */
  sent: boolean;
}

/** What the office has told the exporting authority about the arrival, and how its mail stands. */
export async function ConfirmationCard({ viewer, importId, sent }: Props) {
  const found = await findConfirmations(viewer, importId);
  if (!found) return null;
  const t = await getTranslations("confirmation");
  const format = await getFormatter();
  return (
    <section className="box" aria-labelledby="confirmation" id="confirmation-card">
      <h2 id="confirmation">{t("card")}</h2>
      {sent ? (
        <p className="note note--success" role="status">
          {t("sent")}
        </p>
      ) : null}
      {found.confirmations.length === 0 ? <p>{t("none")}</p> : null}
      <ul className="plain">
        {found.confirmations.map(
          ({ id, authority, recipient, confirmedAt, by, mail, hasLetter, hasSigned }) => (
            <li key={id}>
              <p>
                {t("to", {
                  authority,
                  recipient,
                  when: format.dateTime(confirmedAt, { dateStyle: "long" }),
                  by,
                })}
              </p>
              <p className="soft">
                {t(`mail.${mail}`)}{" "}
                {hasLetter ? (
                  <a href={`/api/imports/confirmations/${id}/pdf`}>{t("open")}</a>
                ) : (
                  t("preparing")
                )}
              </p>
              {hasSigned ? (
                <p>
                  <a href={`/api/imports/confirmations/${id}/jwt`}>{t("signed")}</a>
                </p>
              ) : null}
            </li>
          ),
        )}
      </ul>
      {found.may ? (
        <p>
          <PageLink
            className="button button--secondary"
            href={{ pathname: "/office/imports/[importId]/confirmation", params: { importId } }}
          >
            {found.confirmations.length === 0 ? t("start") : t("startAgain")}
          </PageLink>
        </p>
      ) : null}
    </section>
  );
}
