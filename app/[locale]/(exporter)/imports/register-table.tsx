import { useLocale, useTranslations } from "next-intl";
import { statementHref } from "./imports-href";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import { originalDueOn } from "@/lib/imports/original";
import type { ImportBalance } from "@/lib/imports/queries/balances";
import type { Reference } from "@/lib/reference/types";

interface Props {
  rows: readonly ImportBalance[];
  reference: Reference;
  /** Today in Ottawa. */
  today: string;
}

/** The import certificates of the profile: what is left of each, and where its original is. */
export function RegisterTable({ rows, reference, today }: Props) {
  const t = useTranslations("imports.register");
  const locale = useLocale();
  return (
    <table className="table--stack">
      <caption className="visually-hidden">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("certificate")}</th>
          <th scope="col">{t("imported")}</th>
          <th scope="col" className="num">
            {t("left")}
          </th>
          <th scope="col">{t("original")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, number, issuer, importedOn, remaining, carats, originalReceivedOn }) => (
          <tr key={id}>
            <th scope="row">
              <PageLink className="mono" href={statementHref(id)}>
                {number}
              </PageLink>
              <br />
              <span className="soft">
                <CountryName code={issuer} reference={reference} />
              </span>
            </th>
            <td data-label={t("imported")}>{showDate(importedOn, locale)}</td>
            <td className="num" data-label={t("left")}>
              {t("leftOf", {
                left: showDecimal(remaining, locale),
                all: showDecimal(carats, locale),
              })}
              <progress
                aria-label={t("bar", { number })}
                value={Number(remaining)}
                max={Number(carats)}
              />
            </td>
            <td data-label={t("original")}>
              <Original importedOn={importedOn} receivedOn={originalReceivedOn} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The paper: here, or until when it is due. */
function Original({
  importedOn,
  receivedOn,
  today,
}: {
  importedOn: string;
  receivedOn: string | null;
  today: string;
}) {
  const t = useTranslations("imports.register");
  const locale = useLocale();
  if (receivedOn) return t("received", { when: showDate(receivedOn, locale) });
  const due = originalDueOn(importedOn);
  const when = showDate(due, locale);
  return due < today ? (
    <span className="tag tag--red">{t("overdue", { when })}</span>
  ) : (
    t("due", { when })
  );
}
