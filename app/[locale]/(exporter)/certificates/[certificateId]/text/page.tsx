import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { WholeCertificate } from "@/components/record/whole-certificate";
import { requireExporter } from "@/lib/auth/current";
import { findCertificate } from "@/lib/certificates/queries";
import { certificateHref } from "../certificate-href";

interface Props {
  params: Promise<{ certificateId: string }>;
}

export const metadata: Metadata = { title: null };

/** What the exporter's PDF says, as a page in both languages. */
export default async function CertificateTextPage({ params }: Props) {
  const viewer = await requireExporter();
  const { certificateId } = await params;
  const certificate = await findCertificate(viewer, certificateId);
  if (!certificate) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations("certificate");
  const locale = await getLocale();
  const { id, number, record } = certificate;
  const title = t("text.title", { number });
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/applications", text: t("list") },
          { href: certificateHref(id), text: number },
        ]}
      />
      <main id="main" className="container">
        <PageTitle title={title} />
        <h1>{title}</h1>
        <p>{t("text.intro")}</p>
        <WholeCertificate record={record} locale={locale} />
      </main>
    </>
  );
}
