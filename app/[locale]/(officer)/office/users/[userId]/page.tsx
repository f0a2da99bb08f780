import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Timeline } from "@/app/[locale]/(officer)/office/_desk/timeline";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { asksToStepUp } from "@/lib/auth/asks-to-step-up";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { getPathname } from "@/lib/i18n/navigation";
import { findOfficer } from "@/lib/officers/queries/find";
import { roleList } from "../role-list";
import { StateTag } from "../state-tag";
import { OfficerHistory } from "./officer-history";
import { RolesForm } from "./roles-form";
import { StandingForm } from "./standing-form";

export const metadata: Metadata = { title: null };

/** One of the office's people: what they may do, since when, who said so. */
export default async function UserPage({ params }: { params: Promise<{ userId: string }> }) {
  const viewer = await requireOfficer("administrator", "auditor");
  const { userId } = await params;
  const officer = await findOfficer(viewer, userId);
  const users = await getTranslations("office.users");
  if (!officer) {
    return (
      <main id="main" className="o-page">
        <RecordNotFound back={<PageLink href="/office/users">{users("title")}</PageLink>} />
      </main>
    );
  }
  const t = await getTranslations("office.users.one");
  const times = await deskTimes();
  const rolesOf = await roleList();
  const administers = viewer.roles.includes("administrator");
  const fresh = !(await asksToStepUp(viewer));
  const href = { pathname: "/office/users/[userId]", params: { userId } } as const;
  const form = { officer, administratorId: viewer.userId };
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/users", text: users("title") }]} />
      <main id="main" className="o-page">
        {administers && fresh ? null : <PageTitle title={officer.name} />}
        <h1>{officer.name}</h1>
        <dl className="kv">
          <dt>{t("state")}</dt>
          <dd>
            <StateTag state={officer.state} />
          </dd>
          <dt>{t("roles")}</dt>
          <dd>{rolesOf(officer.roles)}</dd>
          <dt>{t("email")}</dt>
          <dd>{officer.email}</dd>
          <dt>{t("lastSignIn")}</dt>
          <dd>{officer.lastSignInAt ? times.moment(officer.lastSignInAt) : users("never")}</dd>
          {officer.officerSince ? (
            <>
              <dt>{t("since")}</dt>
              <dd>{times.moment(officer.officerSince)}</dd>
            </>
          ) : null}
        </dl>
        {administers && fresh ? (
          <>
            <RolesForm {...form} title={await fullTitle(officer.name)} />
            {officer.state === "former" ? null : <StandingForm {...form} />}
          </>
        ) : null}
        {administers && !fresh ? (
          <StepUpNotice returnTo={getPathname({ href, locale: await getLocale() })} />
        ) : null}
        <OfficerHistory history={officer.history} />
        <Timeline viewer={viewer} of={{ kind: "person", id: officer.id }} />
      </main>
    </>
  );
}
