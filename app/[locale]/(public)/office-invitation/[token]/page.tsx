import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { roleList } from "@/app/[locale]/(officer)/office/users/role-list";
import { PortalForm } from "@/components/form/portal-form";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { currentPerson, requireExporter } from "@/lib/auth/current";
import { dateInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { fullTitle } from "@/lib/i18n/full-title";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { findInvitation } from "@/lib/officers/queries/find";
import { acceptOfficerInvitation } from "./actions";

export const metadata: Metadata = { title: null };

/** An invitation to join the office. Opening the page changes nothing: a mail program may do it too. */
export default async function OfficeInvitationPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const viewer = await requireExporter();
  const { token } = await params;
  const invitation = await findInvitation(viewer, token);
  const t = await getTranslations("officeInvitation");
  const locale = await getLocale();
  if (invitation?.state !== "open") {
    const state = invitation?.state ?? "unknown";
    const person = await currentPerson();
    return (
      <>
        <PageTitle title={t("title")} />
        <h1>{t(`${state}.title`)}</h1>
        <p>{t(`${state}.text`, { email: person?.email ?? "" })}</p>
        <ul>
          {state === "accepted" ? (
            <li>
              <PageLink href="/office/queue">{t("accepted.desk")}</PageLink>
            </li>
          ) : null}
          <li>
            <PageLink href="/contact">{t("contact")}</PageLink>
          </li>
        </ul>
      </>
    );
  }
  const { inviter, roles, email, expiresAt } = invitation;
  const rolesOf = await roleList();
  const time = (await getFormatter()).dateTime(expiresAt, { hour: "numeric", minute: "2-digit" });
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{inviter ? t("open.text", { inviter }) : t("open.server")}</p>
      <dl className="summary">
        <div>
          <dt>{t("open.roles")}</dt>
          <dd>{rolesOf(roles)}</dd>
        </div>
        <div>
          <dt>{t("open.email")}</dt>
          <dd>{email}</dd>
        </div>
        <div>
          <dt>{t("open.until")}</dt>
          <dd>
            {showDate(dateInOttawa(expiresAt), locale)}, {time}
          </dd>
        </div>
      </dl>
      <p>{t("open.note")}</p>
      <PortalForm
        action={acceptOfficerInvitation.bind(null, token)}
        title={await fullTitle(t("title"))}
      >
        <div className="actions">
          <button className="button">{t("open.button")}</button>
        </div>
      </PortalForm>
    </>
  );
}
