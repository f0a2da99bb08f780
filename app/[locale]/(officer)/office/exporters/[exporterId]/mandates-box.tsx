import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { ExporterDossier } from "@/lib/dossiers/queries/find-exporter";
import { furthest } from "@/lib/exporters/permissions";
import { showDate } from "@/lib/forms/dates";

interface Props {
  mandates: ExporterDossier["mandates"];
  /** Whether the reader may open the page of a person. */
  linked: boolean;
}

/** Who owns the profile and acts for it today, and who did. */
export async function MandatesBox({ mandates, linked }: Props) {
  const t = await getTranslations("dossier.mandates");
  const may = await getTranslations("mandateWords");
  const locale = await getLocale();
  const times = await deskTimes();
  const list = (some: Props["mandates"]) => (
    <ul>
      {some.map((mandate) => (
        <li key={mandate.id}>
          {linked ? (
            <PageLink
              href={{ pathname: "/office/people/[userId]", params: { userId: mandate.userId } }}
            >
              {mandate.name}
            </PageLink>
          ) : (
            mandate.name
          )}
          <span className="sub">
            {may(mandate.kind === "owner" ? "owner" : furthest(mandate.permissions))}
            {mandate.endedAt
              ? `, ${t("ended", { date: times.moment(mandate.endedAt) })}`
              : mandate.endsOn
                ? `, ${t(mandate.inForce ? "until" : "lapsed", { date: showDate(mandate.endsOn, locale) })}`
                : ""}
          </span>
        </li>
      ))}
    </ul>
  );
  const [now, past] = [mandates.filter((m) => m.inForce), mandates.filter((m) => !m.inForce)];
  return (
    <section className="box" aria-labelledby="mandates-title">
      <h2 id="mandates-title">{t("title")}</h2>
      {now.length === 0 ? <p>{t("nobody")}</p> : list(now)}
      {past.length === 0 ? null : (
        <details>
          <summary>{t("past", { count: past.length })}</summary>
          {list(past)}
        </details>
      )}
    </section>
  );
}
