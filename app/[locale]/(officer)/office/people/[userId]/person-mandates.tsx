import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { PersonDossier } from "@/lib/dossiers/queries/find-person";
import { furthest } from "@/lib/exporters/permissions";
import { showDate } from "@/lib/forms/dates";

/** For whom somebody acts and acted. */
export async function PersonMandates({ mandates }: Pick<PersonDossier, "mandates">) {
  const t = await getTranslations("dossier.mandates");
  const person = await getTranslations("person");
  const may = await getTranslations("mandateWords");
  const locale = await getLocale();
  const times = await deskTimes();
  return (
    <section className="box" aria-labelledby="mandates-title">
      <h2 id="mandates-title">{person("mandates")}</h2>
      {mandates.length === 0 ? (
        <p className="soft">{person("noMandates")}</p>
      ) : (
        <ul>
          {mandates.map(({ id, exporter, kind, permissions, endedAt, endsOn, inForce }) => (
            <li key={id}>
              <PageLink
                href={{
                  pathname: "/office/exporters/[exporterId]",
                  params: { exporterId: exporter.id },
                }}
              >
                {exporter.legalName}
              </PageLink>
              <span className="sub">
                {may(kind === "owner" ? "owner" : furthest(permissions))}
                {endedAt
                  ? `, ${t("ended", { date: times.moment(endedAt) })}`
                  : endsOn
                    ? `, ${t(inForce ? "until" : "lapsed", { date: showDate(endsOn, locale) })}`
                    : ""}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
