import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerRow } from "@/lib/officers/queries/list";
import { roleList } from "./role-list";
import { StateTag } from "./state-tag";

/** The office's people, one a row; below 700 px each row is a card. */
export async function OfficerTable({ officers }: { officers: readonly OfficerRow[] }) {
  const t = await getTranslations("office.users");
  const rolesOf = await roleList();
  const times = await deskTimes();
  return (
    <table className="t cards">
      <caption>{t("caption", { count: officers.length })}</caption>
      <thead>
        <tr>
          {(["name", "roles", "state", "lastSignIn"] as const).map((name) => (
            <th key={name} scope="col" aria-sort={name === "name" ? "ascending" : undefined}>
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {officers.map(({ id, name, email, roles, state, lastSignInAt }) => (
          <tr key={id}>
            <th scope="row">
              <PageLink href={{ pathname: "/office/users/[userId]", params: { userId: id } }}>
                {name}
              </PageLink>
              <span className="sub">{email}</span>
            </th>
            <td data-l={t("columns.roles")}>{rolesOf(roles)}</td>
            <td data-l={t("columns.state")}>
              <StateTag state={state} />
            </td>
            <td data-l={t("columns.lastSignIn")}>
              {lastSignInAt ? times.moment(lastSignInAt) : t("never")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
