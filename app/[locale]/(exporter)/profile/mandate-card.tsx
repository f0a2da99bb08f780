import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageLink } from "@/components/layout/page-link";
import type { listMandates } from "@/lib/exporters/queries/mandates";
import { showDate } from "@/lib/forms/dates";
import { useFormatter } from "@/lib/i18n/formatter";

type Mandate = Awaited<ReturnType<typeof listMandates>>[number];

/** One profile of the reader's: what they may do for it, who else does, and the way out. */
export function MandateCard({ mandate }: { mandate: Mandate }) {
  const t = useTranslations("profile");
  const format = useFormatter();
  const locale = useLocale();
  const { id: mandateId, kind, permissions, endsOn, exporter } = mandate;
  const params = { exporterId: exporter.id };
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <li className="card">
      <h2>
        <PageLink href={{ pathname: "/profile/[exporterId]", params }}>
          {exporter.legalName}
        </PageLink>
      </h2>
      <p>
        {kind === "owner"
          ? t("owner")
          : t("representative", {
              permissions: format.list(permissions.map((permission) => t(`may.${permission}`))),
            })}
      </p>
      {endsOn ? <p className="soft">{t("until", { date: showDate(endsOn, locale) })}</p> : null}
      <ul className="plain">
        <li>
          <PageLink href={{ pathname: "/profile/[exporterId]/representatives", params }}>
            {kind === "owner" ? t("manage") : t("seeRepresentatives")}
            {hidden(`: ${exporter.legalName}`)}
          </PageLink>
        </li>
        <li>
          <PageLink
            href={{
              pathname: "/profile/[exporterId]/representatives/[mandateId]",
              params: { ...params, mandateId },
            }}
          >
            {t.rich("resign", { name: exporter.legalName, hidden })}
          </PageLink>
        </li>
      </ul>
    </li>
  );
}
