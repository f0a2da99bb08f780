import { getLocale, getTranslations } from "next-intl/server";
import { CheckLines } from "@/app/[locale]/(officer)/office/imports/_parts/check-lines";
import { dateInOttawa, todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { checksOf } from "@/lib/imports/checks";
import { normaliseNumber } from "@/lib/imports/number";
import type { RegisteredPaper } from "@/lib/imports/queries/find-registered";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";

/**
 * The checks of the registration, from the entry, which never changes; the original as it stands
 * today. What the exporter had stated is compared now that the paper has been read.
 */
export async function ChecksCard({ registered }: { registered: RegisteredPaper }) {
  const t = await getTranslations("office.imports.checks");
  const locale = await getLocale();
  const reference = await getReference(dateInOttawa(registered.registeredAt));
  const lines = registered.lines.flatMap(({ subheading, carats, valueUsd }) =>
    carats && valueUsd ? [{ subheading, carats, valueUsd }] : [],
  );
  const checks = checksOf({ ...registered, lines }, reference, todayInOttawa());
  const { announcement } = registered;
  const show = ({ issuer, number, importedOn }: Stated) =>
    [
      number,
      issuer ? nameIn(countryNames(reference, issuer), locale) : null,
      importedOn ? showDate(importedOn, locale) : null,
    ]
      .filter((part) => part !== null)
      .join(", ");
  const same =
    announcement !== null &&
    announcement.issuer === registered.issuer &&
    normaliseNumber(announcement.number ?? "") === normaliseNumber(registered.number) &&
    announcement.importedOn === registered.importedOn;
  return (
    <section className="box" aria-labelledby="checks-title">
      <h2 id="checks-title">{t("atRegistration")}</h2>
      <ul className="checks">
        <CheckLines checks={checks} />
        <li className="p">
          <span className="visually-hidden">{t("passed")} </span>
          {t("once")} <span className="basis">{t("basis.R18")}</span>
        </li>
        {announcement ? (
          <li className={same ? "p" : undefined}>
            <span className="visually-hidden">{t(same ? "passed" : "told")} </span>
            {same
              ? t("statedSame")
              : t("statedDiffers", { stated: show(announcement), read: show(registered) })}{" "}
            <span className="basis">{t("statedBasis")}</span>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

interface Stated {
  readonly issuer: string | null;
  readonly number: string | null;
  readonly importedOn: string | null;
}
