import { useLocale, useTranslations } from "next-intl";
import { accept, decline } from "./actions";
import { SummaryList } from "@/components/record/summary-list";
import { furthest } from "@/lib/exporters/permissions";
import type { KnownInvitation } from "@/lib/exporters/queries/invitations";
import { showDate } from "@/lib/forms/dates";
import { useFormatter } from "@/lib/i18n/formatter";

/** Who asks for what, and the two answers. */
export function OpenInvitation({
  token,
  invitation,
}: {
  token: string;
  invitation: KnownInvitation;
}) {
  const t = useTranslations("invitation");
  const level = useTranslations("representatives.level");
  const format = useFormatter();
  const locale = useLocale();
  const { kind, permissions, exporter, inviter, endsOn, expiresAt } = invitation;
  const own = kind === "owner";
  const { legalName } = exporter;
  return (
    <div className="column">
      <p className="caption">{t("title")}</p>
      <h1>{own ? t("own", { exporter: legalName }) : t("represent", { exporter: legalName })}</h1>
      <p className="lede">{own ? t("ownText", { inviter }) : t("representText", { inviter })}</p>
      <SummaryList
        rows={[
          { term: t("exporter"), text: legalName },
          { term: t("may"), text: own ? t("everything") : level(furthest(permissions)) },
          ...(endsOn ? [{ term: t("until"), text: showDate(endsOn, locale) }] : []),
          { term: t("openUntil"), text: format.dateTime(expiresAt, { dateStyle: "long" }) },
        ]}
      />
      <p>{t("text")}</p>
      <div className="actions">
        <form action={accept.bind(null, token)}>
          <button className="button">{t("accept")}</button>
        </form>
        <form action={decline.bind(null, token)}>
          <button className="button button--secondary">{t("decline")}</button>
        </form>
      </div>
    </div>
  );
}
