import type { ReactNode } from "react";
import { SPECIMEN_CHECK_CODE } from "@/lib/certificates/record/check-code";
import { SPECIMEN_NUMBER } from "@/lib/certificates/record/number";
import type { Offset } from "@/lib/certificates/pdf/offset";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { AUTHORITY, LABELS, TITLE } from "@/lib/certificates/record/wording";
import { bothLanguages } from "@/lib/certificates/record/figures";
import { ContinuationSheet } from "@/lib/certificates/pdf/continuation-sheet";
import { Sheet } from "@/lib/certificates/pdf/blank";
import { renderDocument } from "@/lib/pdf/render-document";
import { PartOne } from "@/lib/certificates/pdf/part-one";
import { planOf } from "@/lib/certificates/pdf/plan";
import { qrCodeOf } from "@/lib/certificates/pdf/qr";
import { LISTED_SEALS, sealListHash, sealListMark } from "@/lib/certificates/seal/seal-list";
import { Slips } from "@/lib/certificates/pdf/slips";

export interface RenderOptions {
  /** The public check page, absolute. Only host and path are printed, in words. */
  verifyUrl: string;
  /** What the QR code holds: the address with the seal, or the check page alone where there is none. */
  sealAddress?: string;
  /** Prints the same layout with number CA00000000, code 0000-0000, no signatory, and the word across it. */
  specimen?: boolean;
  /** For sheets that bear art, rules and fixed wording already: the values alone, moved by so much. */
  overlay?: Offset;
  /** Drawn over sheets 1 and 2. */
  marks?: readonly [ReactNode, ReactNode];
}

/**
 * The certificate as a PDF: part 1, then parts 2 and 3, then continuation sheets when values need them.
 * The same record and address always give the same bytes. Throws RangeError when the address is too long for a code.
 */
export async function renderCertificate(
  record: CertificateRecord,
  { verifyUrl, sealAddress = verifyUrl, specimen = false, overlay, marks }: RenderOptions,
): Promise<Uint8Array> {
  const shown: CertificateRecord = specimen
    ? { ...record, number: SPECIMEN_NUMBER, checkCode: SPECIMEN_CHECK_CODE }
    : record;
  const { host, pathname } = new URL(verifyUrl);
  const code = qrCodeOf(sealAddress);
  const { seals } = shown;
  const plan = planOf(shown, {
    address: host + pathname.replace(/\/$/, ""),
    side: code.side,
    sealMark: seals.length > LISTED_SEALS ? sealListMark(await sealListHash(seals)) : undefined,
  });
  const issued = new Date(`${shown.issued}T00:00:00Z`);
  const title = `${TITLE} ${shown.number}`;

  return renderDocument({
    title: specimen ? `${title} (${bothLanguages(LABELS.specimen)})` : title,
    office: bothLanguages(AUTHORITY),
    language: "en",
    at: issued,
    children: (
      <>
        <Sheet blank={!overlay}>
          <PartOne
            record={shown}
            plan={plan}
            code={code}
            address={sealAddress}
            specimen={specimen}
            offset={overlay}
          >
            {marks?.[0]}
          </PartOne>
          <Slips record={shown} plan={plan} specimen={specimen} offset={overlay}>
            {marks?.[1]}
          </Slips>
        </Sheet>
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
