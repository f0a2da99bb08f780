import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import { getFormatter } from "@/lib/i18n/get-formatter";
import type { RegisteredPaper } from "@/lib/imports/queries/find-registered";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { listParticipants } from "@/lib/reference/queries";
import { OriginalLine } from "./original-line";

/** What the office read from the paper, and its original. */
export async function PaperCard({ registered }: { registered: RegisteredPaper }) {
  const t = await getTranslations("office.imports.paper");
  const locale = await getLocale();
  const format = await getFormatter();
  const times = await deskTimes();
  const known = { countries: [], participants: await listParticipants() };
  const country = (code: string) => nameIn(countryNames(known, code), locale);
  const day = (iso: string) => showDate(iso, locale);
  const { origins, shipper, parcels, announcement } = registered;
  return (
    <section className="box" aria-labelledby="paper-title">
      <h2 id="paper-title">{t("title")}</h2>
      <dl className="kv">
        <dt>{t("issued")}</dt>
        <dd>
          {t("issuedText", {
            issuer: country(registered.issuer),
            issued: day(registered.issuedOn),
            expires: day(registered.expiresOn),
          })}
        </dd>
        <dt>{t("provenance")}</dt>
        <dd>{country(registered.provenance)}</dd>
        <dt>{t("origin")}</dt>
        <dd>{origins.length > 0 ? format.list(origins.map(country)) : t("originNone")}</dd>
        <dt>{t("hs")}</dt>
        <dd>
          {registered.lines.map((line) => (
            <span key={line.subheading} className="block">
              {tariff(line)}
            </span>
          ))}
        </dd>
        {parcels === null ? null : (
          <>
            <dt>{t("parcels")}</dt>
            <dd>{parcels}</dd>
          </>
        )}
        {shipper === null ? null : (
          <>
            <dt>{t("shipper")}</dt>
            <dd className="written">{shipper}</dd>
          </>
        )}
        <dt>{t("imported")}</dt>
        <dd>
          {t("importedText", {
            date: day(registered.importedOn),
            importer: registered.importerName,
          })}
        </dd>
        <dt>{t("stamp")}</dt>
        <dd>{t(registered.stampSeen ? "stampYes" : "stampNo")}</dd>
        <dt>{t("original")}</dt>
        <dd>
          <OriginalLine registered={registered} today={todayInOttawa()} />
        </dd>
        <dt>{t("registered")}</dt>
        <dd>
          {t("registeredText", {
            when: times.near(registered.registeredAt),
            by: registered.registeredBy,
          })}
        </dd>
        {announcement ? (
          <>
            <dt>{t("announcement")}</dt>
            <dd>
              <PageLink
                href={{
                  pathname: "/office/imports/announcements/[announcementId]",
                  params: { announcementId: announcement.id },
                }}
              >
                {t("announcementLink")}
              </PageLink>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );

  function tariff({ subheading, carats, valueUsd }: RegisteredPaper["lines"][number]): string {
    if (carats === null || valueUsd === null) return subheading;
    return t("line", {
      subheading,
      carats: showDecimal(carats, locale, "carats"),
      usd: showDecimal(valueUsd, locale, "usd"),
    });
  }
}
