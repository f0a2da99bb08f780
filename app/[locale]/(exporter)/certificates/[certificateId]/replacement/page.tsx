import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoCertificate, StepActions, StepFrame } from "../step-frame";
import { start } from "./actions";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { PageLink } from "@/components/layout/page-link";
import { requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { findLife } from "@/lib/certificates/queries/find-life";
import { fullTitle } from "@/lib/i18n/full-title";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ certificateId: string }>;
}

/** How a certificate is replaced before the export, and the press that begins it (Act, s. 11). */
export default async function ReplacementPage({ params }: Props) {
  const { certificateId } = await params;
  const viewer = await requireExporter();
  const certificate = await findLife(viewer, certificateId);
  const action = start.bind(null, certificateId);
  if (!certificate) return <NoCertificate action={action} />;
  const t = await getTranslations("life");
  const { number, exporterId, standing, replacement } = certificate;
  const title = t("replacement.title", { number });
  const may = profilesWith(viewer, "prepare").includes(exporterId);
  const closed = replacement
    ? t("replacement.open")
    : may && standing === "live"
      ? null
      : t("replacement.closed");
  return (
    <StepFrame id={certificateId} number={number} title={title} closed={closed}>
      <p>{t("replacement.text")}</p>
      <p>{t("replacement.original")}</p>
      {replacement ? (
        <p>
          <PageLink
            href={{
              pathname: "/applications/[applicationId]",
              params: { applicationId: replacement.id },
            }}
          >
            {replacement.number ?? t("replacement.open")}
          </PageLink>
        </p>
      ) : null}
      {closed === null ? (
        <PortalForm action={action} title={await fullTitle(title)}>
          <HiddenField name="creationToken" value={crypto.randomUUID()} />
          <StepActions id={certificateId} button={t("replacement.button")} />
        </PortalForm>
      ) : null}
    </StepFrame>
  );
}
