import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import type { Officer } from "@/lib/officers/queries/find";
import { roleList } from "../role-list";

/** Everything that was ever said about an officer's roles and standing. */
export async function OfficerHistory({ history }: Pick<Officer, "history">) {
  const t = await getTranslations("office.users.history");
  const rolesOf = await roleList();
  const times = await deskTimes();
  const what = ({ roles, suspended, invited }: Officer["history"][number]) => {
    if (roles.length === 0) return t("left");
    const names = rolesOf(roles);
    if (suspended) return t("suspended", { roles: names });
    return invited ? t("joined", { roles: names }) : t("roles", { roles: names });
  };
  return (
    <section className="box" aria-labelledby="history-title">
      <h2 id="history-title">{t("title")}</h2>
      {history.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <table className="t cards">
          <caption>{t("caption")}</caption>
          <thead>
            <tr>
              {(["when", "what", "by", "reason"] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`columns.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history.map((change) => (
              <tr key={change.id}>
                <th scope="row" className="nw">
                  {times.moment(change.at)}
                </th>
                <td data-l={t("columns.what")}>{what(change)}</td>
                <td data-l={t("columns.by")}>{change.by || t("owner")}</td>
                <td data-l={t("columns.reason")} className="written">
                  {change.invited ? t("accepted") : change.reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
