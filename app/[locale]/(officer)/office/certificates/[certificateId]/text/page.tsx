import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CertificateTrail } from "../certificate-trail";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { PageTitle } from "@/components/layout/page-title";
import { WholeCertificate } from "@/components/record/whole-certificate";
import { requireOfficer } from "@/lib/auth/current";
import { findCertificate } from "@/lib/certificates/queries";

interface Props {
  params: Promise<{ certificateId: string }>;
}

export const metadata: Metadata = { title: null };

/** What the PDF says, as a page in both languages. */
export default async function OfficeCertificateTextPage({ params }: Props) {
  const viewer = await requireOfficer();
  const { certificateId } = await params;
  const certificate = await findCertificate(viewer, certificateId);
  if (!certificate) return <DeskNotFound />;
  const t = await getTranslations("certificate");
  const locale = await getLocale();
  const { number, record } = certificate;
  const title = t("text.title", { number });
  return (
    <>
      <CertificateTrail id={certificateId} number={number} />
      <main id="main" className="o-page">
        <PageTitle title={title} />
        <h1>{title}</h1>
        <p>{t("text.intro")}</p>
        <WholeCertificate record={record} locale={locale} />
      </main>
    </>
  );
}
