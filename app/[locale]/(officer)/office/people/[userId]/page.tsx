import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { Timeline } from "@/app/[locale]/(officer)/office/_desk/timeline";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { roleList } from "@/app/[locale]/(officer)/office/users/role-list";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { SummaryList } from "@/components/record/summary-list";
import { requireOfficer } from "@/lib/auth/current";
import { findPersonDossier } from "@/lib/dossiers/queries/find-person";
import { PersonMandates } from "./person-mandates";

export const metadata: Metadata = { title: null };

/** A person, for administrators and auditors. That the page was read is noted. */
export default async function PersonPage({
  params,
}: PageProps<"/[locale]/office/people/[userId]">) {
  const viewer = await requireOfficer("administrator", "auditor");
  const { userId } = await params;
  const person = await findPersonDossier(viewer, userId);
  if (!person) return <DeskNotFound />;
  const t = await getTranslations("person");
  const times = await deskTimes();
  const rolesOf = await roleList();
  const name = person.name || (person.email ?? t("noName"));
  return (
    <main id="main" className="o-page dossier">
      <PageTitle title={name} />
      <h1>{name}</h1>
      {person.mergedInto ? (
        <p className="need">
          {t("mergedInto")}{" "}
          <PageLink
            href={{ pathname: "/office/people/[userId]", params: { userId: person.mergedInto.id } }}
          >
            {person.mergedInto.name}
          </PageLink>
        </p>
      ) : null}
      <div className="two">
        <section className="box" aria-labelledby="details-title">
          <h2 id="details-title">{t("details")}</h2>
          <SummaryList
            rows={[
              {
                term: t("email"),
                text: person.email
                  ? [person.email, t(person.emailVerified ? "confirmed" : "unconfirmed")]
                  : "",
              },
              { term: t("organization"), text: [person.organization, person.title] },
              { term: t("phone"), text: person.phone },
              { term: t("language"), text: t(`languages.${person.language}`) },
              { term: t("roles"), text: person.roles.length > 0 ? rolesOf(person.roles) : "" },
              { term: t("since"), text: times.moment(person.createdAt) },
              {
                term: t("lastSignIn"),
                text: person.lastSignInAt ? times.moment(person.lastSignInAt) : "",
              },
              { term: t("sessions"), text: String(person.sessions) },
            ]}
          />
          {person.officer === null ? null : (
            <p>
              <PageLink
                href={{ pathname: "/office/users/[userId]", params: { userId: person.id } }}
              >
                {t("asOfficer")}
              </PageLink>
            </p>
          )}
        </section>
        <PersonMandates mandates={person.mandates} />
      </div>
      <section className="sec" aria-labelledby="history-title">
        <h2 id="history-title">{t("history.title")}</h2>
        {person.history.length === 0 ? (
          <p className="soft">{t("history.none")}</p>
        ) : (
          <ul className="small history">
            {person.history.map(({ id, at, kind, by }) => (
              <li key={id}>
                <span className="soft">{times.near(at)}</span>{" "}
                {t("history.entry", { what: t(`history.kinds.${kind}`), by: by || t("portal") })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Timeline viewer={viewer} of={{ kind: "person", id: person.id }} />
    </main>
  );
}
