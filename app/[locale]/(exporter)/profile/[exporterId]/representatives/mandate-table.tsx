import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cancelOpenInvitation } from "./actions";
import { PageLink } from "@/components/layout/page-link";
import { furthest } from "@/lib/exporters/permissions";
import type { Representatives } from "@/lib/exporters/queries/representatives";
import { showDate } from "@/lib/forms/dates";
import type { MandateKind, Permission } from "@/prisma/generated/enums";

interface Props {
  exporterId: string;
  found: Representatives;
}

/** Mandates in force and open invitations, one a line; what can be done with each is for owners. */
export function MandateTable({ exporterId, found: { mandates, forOwner } }: Props) {
  const t = useTranslations("representatives");
  const locale = useLocale();
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  const terms = (kind: MandateKind, permissions: readonly Permission[], endsOn: string | null) => (
    <>
      <td data-label={t("may")}>
        {kind === "owner" ? t("ownerOf") : t(`level.${furthest(permissions)}`)}
      </td>
      <td data-label={t("until")}>{endsOn ? showDate(endsOn, locale) : t("noEnd")}</td>
    </>
  );
  return (
    <table className="table--stack">
      <caption className="visually-hidden">{t("table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("person")}</th>
          <th scope="col">{t("may")}</th>
          <th scope="col">{t("until")}</th>
          {forOwner ? (
            <>
              <th scope="col">{t("state")}</th>
              <th scope="col">
                <span className="visually-hidden">{t("actions")}</span>
              </th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {mandates.map(({ id, name, email, kind, permissions, endsOn, self }) => (
          <tr key={id}>
            <th scope="row">
              {self ? t("you", { name }) : name}
              {email ? (
                <>
                  <br />
                  <span className="soft wraps">{email}</span>
                </>
              ) : null}
            </th>
            {terms(kind, permissions, endsOn)}
            {forOwner ? (
              <>
                <td data-label={t("state")}>
                  <span className="tag tag--green">{t("active")}</span>
                </td>
                <td className="num">
                  <PageLink
                    href={{
                      pathname: "/profile/[exporterId]/representatives/[mandateId]",
                      params: { exporterId, mandateId: id },
                    }}
                  >
                    {t.rich(self ? "resign" : "change", { name, hidden })}
                  </PageLink>
                </td>
              </>
            ) : null}
          </tr>
        ))}
        {forOwner?.invitations.map(({ id, email, kind, permissions, endsOn }) => (
          <tr key={id}>
            <th scope="row">
              <span className="wraps">{email}</span>
            </th>
            {terms(kind, permissions, endsOn)}
            <td data-label={t("state")}>
              <span className="tag tag--amber">{t("invited")}</span>
            </td>
            <td className="num">
              <form action={cancelOpenInvitation.bind(null, exporterId, id)}>
                <button className="button button--link">
                  {t.rich("cancelInvitation", { name: email, hidden })}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
