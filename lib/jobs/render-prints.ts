import "server-only";
import type { Offset } from "@/lib/certificates/pdf/offset";
import { readCode } from "@/lib/certificates/pdf/read-code";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { renderTestPrint as renderTest } from "@/lib/certificates/pdf/render-test-print";
import { certificateRecordOf } from "@/lib/certificates/record/record";
import { sealAddress } from "@/lib/certificates/seal/address";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";

/** The values of a certificate for the pre-printed sheet that a step names, once, with a code that was read back from them. */
export async function renderOverlay(stepId: bigint): Promise<void> {
  const step = await db().certificateStep.findUniqueOrThrow({
    where: { id: stepId },
    select: {
      file: { select: { id: true } },
      printer: true,
      certificate: { select: { number: true, record: true, sealed: { select: { seal: true } } } },
    },
  });
  if (step.file || !step.printer) return;
  const { number, record, sealed } = step.certificate;
  const code = sealed ? sealAddress(env().PORTAL_URL, sealed.seal) : verifyUrl();
  const bytes = await renderCertificate(certificateRecordOf(record), {
    verifyUrl: verifyUrl(),
    sealAddress: code,
    overlay: offsetOf(step.printer),
  });
  if ((await readCode(bytes)) !== code) {
    throw new Error(`The code on the sheet of certificate ${number} is not its seal.`);
  }
  await keep(bytes, { printerId: step.printer.id, stepId });
}

/** The test print of a printer as it is set, once. */
export async function renderTestPrint(printerId: string): Promise<void> {
  const printer = await db().printer.findUniqueOrThrow({
    where: { id: printerId },
    include: { files: { where: { stepId: null }, select: { id: true } } },
  });
  if (printer.files.length > 0) return;
  const { name } = printer;
  const bytes = await renderTest({ name, offset: offsetOf(printer), verifyUrl: verifyUrl() });
  await keep(bytes, { printerId, stepId: null });
}

const verifyUrl = (): string => `${env().PORTAL_URL}/verify`;

const offsetOf = ({ right, down }: Offset): Offset => ({ right: right / 10, down: down / 10 });

async function keep(
  bytes: Uint8Array,
  of: { readonly printerId: string; readonly stepId: bigint | null },
): Promise<void> {
  const store = storage();
  const stored = await storeBytes(store, bytes, "application/pdf");
  const { count } = await db().printFile.createMany({
    data: [{ ...of, ...stored }],
    skipDuplicates: true,
  });
  // Another worker was quicker; its bytes are the ones that count.
  if (count === 0) await store.remove(stored.key);
}
