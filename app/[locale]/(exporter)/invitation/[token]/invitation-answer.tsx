import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { findInvitation } from "@/lib/exporters/queries/invitations";

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** Why an invitation cannot be answered here, and what to do. */
export function InvitationAnswer({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("invitation");
  return (
    <>
      <Why invitation={invitation} />
      <p className="actions">
        <PageLink className="button" href="/profile">
          {t("profiles")}
        </PageLink>
      </p>
    </>
  );
}

function Why({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("invitation.answers");
  if (invitation.state === "otherAddress") {
    const { sentTo, email } = invitation;
    return (
      <>
        <h1>{t("otherAddress.title")}</h1>
        <p className="lede">
          {email
            ? t("otherAddress.text", { sentTo, email })
            : t("otherAddress.noEmail", { sentTo })}
        </p>
        <p>{t("otherAddress.do")}</p>
      </>
    );
  }
  const { state, exporter, inviter } = invitation;
  const answer = state === "open" ? "alreadyActs" : state;
  return (
    <>
      <h1>{t(`${answer}.title`)}</h1>
      <p className="lede">{t(`${answer}.text`, { exporter: exporter.legalName, inviter })}</p>
    </>
  );
}
