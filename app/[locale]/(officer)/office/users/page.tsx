import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { PageLink } from "@/components/layout/page-link";
import { asksToStepUp } from "@/lib/auth/asks-to-step-up";
import { requireOfficer } from "@/lib/auth/current";
import { getPathname } from "@/lib/i18n/navigation";
import { listInvitations, listOfficers, officerFilter } from "@/lib/officers/queries/list";
import { InvitationTable } from "./invitation-table";
import { OfficerFilter } from "./officer-filter";
import { OfficerTable } from "./officer-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.users");
  return { title: t("title") };
}

/** Who works in the office, and who is asked to. The filter is in the address. */
export default async function UsersPage({ searchParams }: PageProps<"/[locale]/office/users">) {
  const viewer = await requireOfficer("administrator", "auditor");
  const filter = officerFilter.parse(await searchParams);
  const [officers, invitations] = await Promise.all([
    listOfficers(viewer, filter),
    listInvitations(viewer),
  ]);
  const t = await getTranslations("office.users");
  const administers = viewer.roles.includes("administrator");
  const mayCancel = administers && !(await asksToStepUp(viewer));
  const here = getPathname({ href: "/office/users", locale: await getLocale() });
  return (
    <main id="main" className="o-page">
      <div className="line line--c">
        <h1>{t("title")}</h1>
        {administers ? (
          <p className="end">
            <PageLink className="button" href="/office/users/invite">
              {t("invite")}
            </PageLink>
          </p>
        ) : null}
      </div>
      <p>{t("text")}</p>
      <OfficerFilter filter={filter} />
      {officers.length > 0 ? (
        <OfficerTable officers={officers} />
      ) : (
        <div className="note">
          <h2>{t("empty.title")}</h2>
          <p>{t("empty.text")}</p>
        </div>
      )}
      <section className="box" aria-labelledby="invitations-title">
        <h2 id="invitations-title">{t("invitations.title")}</h2>
        {invitations.length === 0 ? <p>{t("invitations.none")}</p> : null}
        {invitations.length > 0 ? (
          <InvitationTable
            invitations={invitations}
            administratorId={mayCancel ? viewer.userId : null}
          />
        ) : null}
        {invitations.length > 0 && administers && !mayCancel ? (
          <StepUpNotice returnTo={here} />
        ) : null}
      </section>
    </main>
  );
}
