import { getLocale, getTranslations } from "next-intl/server";
import { certificateHref } from "./certificate-href";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { FileLink } from "@/components/record/file-link";
import { PageLink } from "@/components/layout/page-link";
import type { FollowUp } from "@/lib/certificates/queries/find-life";
import { showDate } from "@/lib/forms/dates";

/** Everything that became of a certificate, in its order: when, what, with which particulars, by whom. */
export async function StepsTable({ certificate }: { certificate: FollowUp }) {
  const t = await getTranslations("life");
  const times = await deskTimes();
  const locale = await getLocale();
  const { steps, documents } = certificate;
  if (steps.length === 0) return <p>{t("none")}</p>;
  return (
    <table className="t cards">
      <caption className="visually-hidden">{t("what")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.when")}</th>
          <th scope="col">{t("columns.what")}</th>
          <th scope="col">{t("columns.detail")}</th>
          <th scope="col">{t("columns.who")}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const { kind, carrier, tracking, address, words, authority, recipient } = step;
          const details = [carrier, tracking, address, words, authority, recipient];
          const copy = documents.find(({ id }) => id === step.documentId);
          return (
            <tr key={step.id}>
              <th scope="row">{step.on ? showDate(step.on, locale) : times.moment(step.at)}</th>
              <td data-l={t("columns.what")}>
                {t(`kinds.${kind}`, {
                  sheet: String(step.sheet ?? ""),
                  copy: String(step.copy ?? ""),
                  successor: step.successor?.number ?? "",
                })}
              </td>
              <td data-l={t("columns.detail")} className="written">
                {details.filter(Boolean).join("\n")}
                {step.successor ? (
                  <PageLink href={certificateHref(step.successor.id)}>
                    {step.successor.number}
                  </PageLink>
                ) : null}
                {step.print ? (
                  <a href={`/api/prints/${step.print.id}`}>
                    {t("printers.file", { size: String(Math.ceil(step.print.size / 1024)) })}
                  </a>
                ) : null}
                {step.print === null ? t("printers.preparing") : null}
                {copy ? <FileLink id={copy.id} name={copy.name} scan={copy.scan} /> : null}
              </td>
              <td data-l={t("columns.who")}>{step.by}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
