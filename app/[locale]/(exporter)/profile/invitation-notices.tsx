import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { listInvitations } from "@/lib/exporters/queries/invitations";
import type { ReactNode } from "react";
import { useFormatter } from "@/lib/i18n/formatter";

/** The open invitations of the reader, without the mail. */
export function InvitationNotices({
  invitations,
}: {
  invitations: Awaited<ReturnType<typeof listInvitations>>;
}) {
  const t = useTranslations("profile.invited");
  const format = useFormatter();
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return invitations.map(({ token, kind, exporter, expiresAt }) => (
    <div className="notice notice--warning" key={token}>
      <h2>{kind === "owner" ? t("own", { exporter }) : t("represent", { exporter })}</h2>
      <p>{t("text", { date: format.dateTime(expiresAt, { dateStyle: "long" }) })}</p>
      <p>
        <PageLink
          className="button button--secondary button--small"
          href={{ pathname: "/invitation/[token]", params: { token } }}
        >
          {t.rich("see", { exporter, hidden })}
        </PageLink>
      </p>
    </div>
  ));
}
