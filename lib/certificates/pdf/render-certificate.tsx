import { SPECIMEN_CHECK_CODE } from "@/lib/certificates/check-code";
import { SPECIMEN_NUMBER } from "@/lib/certificates/number";
import type { CertificateRecord } from "@/lib/certificates/record";
import { AUTHORITY, LABELS, TITLE } from "@/lib/certificates/wording";
import { bothLanguages } from "@/lib/certificates/figures";
import { ContinuationSheet } from "@/lib/certificates/pdf/continuation-sheet";
import { registerFaces } from "@/lib/pdf/faces";
import { renderDocument } from "@/lib/pdf/render-document";
import { PartOne } from "@/lib/certificates/pdf/part-one";
import { planOf } from "@/lib/certificates/pdf/plan";
import { Slips } from "@/lib/certificates/pdf/slips";

export interface RenderOptions {
  /** The public check page, absolute; what the QR code opens. Only host and path are printed in words. */
  verifyUrl: string;
  /** Prints the same layout with number CA00000000, code 0000-0000, no signatory, and the word across it. */
  specimen?: boolean;
}

/**
 * The certificate as a PDF: part 1, then parts 2 and 3, then continuation sheets when values need them.
 * The same record and address always give the same bytes. Throws RangeError when the address is too long for a code.
 */
export async function renderCertificate(
  record: CertificateRecord,
  { verifyUrl, specimen = false }: RenderOptions,
): Promise<Uint8Array> {
  registerFaces();
  const shown: CertificateRecord = specimen
    ? { ...record, number: SPECIMEN_NUMBER, checkCode: SPECIMEN_CHECK_CODE }
    : record;
  const { host, pathname } = new URL(verifyUrl);
  const plan = planOf(shown, host + pathname.replace(/\/$/, ""));
  const issued = new Date(`${shown.issued}T00:00:00Z`);
  const title = `${TITLE} ${shown.number}`;

  return renderDocument({
    title: specimen ? `${title} (${bothLanguages(LABELS.specimen)})` : title,
    office: bothLanguages(AUTHORITY),
    language: "en",
    at: issued,
    children: (
      <>
        <PartOne record={shown} plan={plan} url={verifyUrl} specimen={specimen} />
        <Slips record={shown} plan={plan} specimen={specimen} />
        {plan.continuation.map((blocks, i) => (
          <ContinuationSheet
            key={i}
            record={shown}
            blocks={blocks}
            sheet={i + 1}
            sheets={plan.continuation.length}
            specimen={specimen}
          />
        ))}
      </>
    ),
  });
}
