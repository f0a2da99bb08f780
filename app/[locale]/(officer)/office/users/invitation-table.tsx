import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import type { OpenInvitation } from "@/lib/officers/queries/list";
import { withdrawInvitation } from "./actions";
import { roleList } from "./role-list";

interface Props {
  invitations: readonly OpenInvitation[];
  /** Of the administrator who may cancel; null for whoever may only read. */
  administratorId: string | null;
}

/** Who was asked to join and has not answered. */
export async function InvitationTable({ invitations, administratorId }: Props) {
  const t = await getTranslations("office.users.invitations");
  const rolesOf = await roleList();
  const times = await deskTimes();
  const columns = ["email", "roles", "sent", "until"] as const;
  return (
    <table className="t cards">
      <caption>{t("caption", { count: invitations.length })}</caption>
      <thead>
        <tr>
          {[...columns, ...(administratorId ? (["act"] as const) : [])].map((name) => (
            <th key={name} scope="col">
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ id, email, roles, createdAt, expiresAt, expired }) => (
          <tr key={id}>
            <th scope="row">{email}</th>
            <td data-l={t("columns.roles")}>{rolesOf(roles)}</td>
            <td data-l={t("columns.sent")}>{times.moment(createdAt)}</td>
            <td data-l={t("columns.until")}>
              {times.moment(expiresAt)}
              {expired ? <span className="sub">{t("expired")}</span> : null}
            </td>
            {administratorId ? (
              <td>
                <PortalForm action={withdrawInvitation.bind(null, id)}>
                  <HiddenField name="person" value={administratorId} />
                  <button
                    className="button button--secondary button--small"
                    aria-label={t("cancelNamed", { email })}
                  >
                    {t("cancel")}
                  </button>
                </PortalForm>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
