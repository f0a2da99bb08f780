import { getLocale, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { findImportConfirmation } from "@/lib/certificates/queries/find-confirmation";
import { receiptLimits } from "@/lib/certificates/receipt/schema";
import { showDate } from "@/lib/forms/dates";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { resolve } from "./confirmation/actions";
import { ReceiptRows } from "./receipt-rows";

interface Props {
  viewer: OfficerViewer;
  certificateId: string;
}

/** Whether the importing authority has confirmed the import: whom it was asked of, what it said, what is to be cleared. */
export async function ConfirmationBox({ viewer, certificateId }: Props) {
  const found = await findImportConfirmation(viewer, certificateId);
  if (!found) return null;
  const t = await getTranslations("importReceipt");
  const locale = await getLocale();
  const format = await getFormatter();
  const long = (at: Date) => format.dateTime(at, { dateStyle: "long" });
  const { asked, dueOn, overdue, receipts, record } = found;
  const params = { certificateId };
  return (
    <section className="box" aria-labelledby="confirmation-title">
      <h2 id="confirmation-title">{t("office.title")}</h2>
      {asked ? (
        <>
          <p>{t("office.asked", { ...asked, when: long(asked.askedAt) })}</p>
          {asked.state === "open" ? (
            <p className="soft">{t(`office.mail.${asked.mail}`)}</p>
          ) : (
            <p className="note note--warning">
              {t(`office.${asked.state}`, { count: String(asked.wrongCodes) })}
            </p>
          )}
        </>
      ) : (
        <p>{t("office.notAsked")}</p>
      )}
      {receipts.length === 0 ? (
        <p className={overdue ? "law" : undefined}>
          {t("office.none")}{" "}
          {dueOn
            ? t(overdue ? "office.overdue" : "office.due", { date: showDate(dueOn, locale) })
            : null}
        </p>
      ) : null}
      {receipts.map(({ id, place, facts, differences, resolution }, i) => (
        <div key={id}>
          <h3>{t("office.receipt", { place: String(place) })}</h3>
          {i > 0 ? <p className="soft">{t("office.corrected")}</p> : null}
          <ReceiptRows facts={facts} differences={differences} record={record} />
          <ul>
            {(["pdf", "jwt"] as const).map((form) => (
              <li key={form}>
                <a href={`/api/certificates/${certificateId}/receipts/${place}/${form}`}>
                  {t(form === "pdf" ? "office.pdf" : "office.signed")}
                </a>
              </li>
            ))}
          </ul>
          {resolution ? (
            <p className="written">
              {t("office.resolved", { ...resolution, when: long(resolution.at) })}
            </p>
          ) : i === 0 && differences.length > 0 ? (
            <>
              <p className="note note--warning">{t("office.open")}</p>
              {found.mayAct ? (
                <PortalForm action={resolve.bind(null, certificateId, id)}>
                  <HiddenField name="person" value={viewer.userId} />
                  <TextArea
                    name="note"
                    label={t("office.note")}
                    required
                    rows={3}
                    maxLength={receiptLimits.remarks}
                  />
                  <button className="button button--secondary">{t("office.resolve")}</button>
                </PortalForm>
              ) : null}
            </>
          ) : null}
        </div>
      ))}
      {found.mayAct && found.mayAsk ? (
        <p className="actions">
          <PageLink
            className="button button--secondary"
            href={{ pathname: "/office/certificates/[certificateId]/confirmation", params }}
          >
            {t(asked ? "office.askAgain" : "office.ask")}
          </PageLink>
        </p>
      ) : null}
    </section>
  );
}
