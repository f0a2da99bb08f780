import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationAnswer } from "./invitation-answer";
import { OpenInvitation } from "./open-invitation";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { requireExporter } from "@/lib/auth/current";
import { findInvitation } from "@/lib/exporters/queries/invitations";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The page behind an invitation's link. Opening it changes nothing; its buttons do. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const viewer = await requireExporter();
  const { token } = await params;
  const { acts } = await searchParams;
  const invitation = await findInvitation(viewer, token);
  if (!invitation) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations("invitation");
  return (
    <main id="main" className="container">
      <PageTitle title={t("title")} />
      {invitation.state === "open" && !acts ? (
        <OpenInvitation token={token} invitation={invitation} />
      ) : (
        <InvitationAnswer invitation={invitation} />
      )}
    </main>
  );
}
