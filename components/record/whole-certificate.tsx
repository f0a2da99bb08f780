import { CertificateTwin } from "@/components/record/certificate-twin";
import type { Language } from "@/lib/certificates/record/figures";
import type { CertificateRecord } from "@/lib/certificates/record/record";

/** All that the PDF of a certificate says, in both languages, the reader's first. */
export function WholeCertificate({
  record,
  locale,
}: {
  record: CertificateRecord;
  locale: Language;
}) {
  const languages = locale === "en" ? (["en", "fr"] as const) : (["fr", "en"] as const);
  return languages.map((language) => (
    <div key={language} lang={language}>
      <CertificateTwin record={record} locale={language} />
    </div>
  ));
}
