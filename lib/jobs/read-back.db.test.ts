import { X509Certificate } from "node:crypto";
import { readdir } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { Logger, runOnce } from "graphile-worker";
import { expect, it, vi } from "vitest";
import { documentSigner } from "@/lib/certificates/keys/document-signer";
import { readCode } from "@/lib/certificates/pdf/read-code";
import { findCertificate } from "@/lib/certificates/queries";
import { sealAddress } from "@/lib/certificates/seal/address";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { renderCertificate } from "@/lib/jobs/render-certificate";
import { tasks } from "@/lib/jobs/tasks";
import { storeNamed } from "@/lib/storage/stores";
import { err } from "@/lib/result";
import { newSubmitted } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter } from "@/tests/factories/people";
import { verifyPdf } from "@/tests/pdf-signature";

vi.mock("@/lib/certificates/pdf/read-code", async (original) => {
  const { readCode: real } = await original<{ readCode: typeof readCode }>();
  return { readCode: vi.fn(real) };
});
vi.mock("@/lib/certificates/keys/document-signer", async (original) => {
  const { documentSigner: real } = await original<{ documentSigner: typeof documentSigner }>();
  return { documentSigner: vi.fn(real) };
});

const documents = async (sealSha256: Uint8Array<ArrayBuffer>) => {
  const entries = await db().logEntry.findMany({
    where: { subject: sealSha256, entry: { startsWith: '{"t":"document"' } },
  });
  return entries.map(({ entry }) => JSON.parse(entry) as { pdf: string });
};
const files = async () => {
  const names = await readdir(env().STORAGE_DIR, { recursive: true }).catch(() => []);
  return names.filter((name) => name.includes("/")).length;
};

it("keeps no document whose code is not the seal or that nobody signed, shows officers that it failed, and goes on trying", async () => {
  const { exporterId, owner } = await newExporter();
  const { certificateId, signatory } = await issueSubmitted(await newSubmitted(owner, exporterId));
  const { seal, sealSha256 } = await db().sealedCertificate.findUniqueOrThrow({
    where: { certificateId },
  });
  const before = await files();
  const another = Uint8Array.from(seal).fill(0, -1);
  const read = (code: string | null) => () => vi.mocked(readCode).mockResolvedValueOnce(code);
  const signer = await documentSigner(new Date());
  const away = { ...signer, sign: () => Promise.resolve(err("signerAway")) };
  const failures = [
    read(null),
    read(sealAddress("https://evil.example", seal)),
    read(sealAddress(env().PORTAL_URL, another)),
    () => vi.mocked(documentSigner).mockRejectedValueOnce(new Error("no certificate")),
    () => vi.mocked(documentSigner).mockResolvedValueOnce(away),
  ];
  const work = async () => {
    // Now, not when its next turn would come.
    await db().$executeRaw`
      SELECT graphile_worker.reschedule_jobs(array_agg(id), now()) FROM graphile_worker.jobs
       WHERE key = ${`certificate ${certificateId}`}`;
    await runOnce({
      connectionString: env().DATABASE_URL,
      taskList: { renderCertificate: tasks.renderCertificate },
      logger: new Logger(() => () => undefined),
    });
  };

  for (const [n, fail] of failures.entries()) {
    fail();
    await work();
    expect(await db().certificateDocument.count({ where: { certificateId } })).toBe(0);
    expect(await files()).toBe(before);
    expect(await documents(sealSha256)).toEqual([]);
    expect(await findCertificate(signatory, certificateId)).toMatchObject({
      document: null,
      failedRenderings: n + 1,
    });
    expect((await findCertificate(owner, certificateId))?.failedRenderings).toBe(0);
  }

  await work();
  const document = await db().certificateDocument.findUniqueOrThrow({ where: { certificateId } });
  const stored = await buffer(await storeNamed(document.store).read(document.key));
  expect(verifyPdf(stored, String(new X509Certificate(signer.chain.at(-1) ?? "")))).toBe("whole");
  expect(await documents(sealSha256)).toMatchObject([
    { pdf: Buffer.from(document.sha256, "hex").toString("base64") },
  ]);
  expect((await findCertificate(signatory, certificateId))?.failedRenderings).toBe(0);
  // Asked again, it is neither made nor written again.
  await renderCertificate(certificateId);
  expect(await documents(sealSha256)).toHaveLength(1);
}, 120_000);
