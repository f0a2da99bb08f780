import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { renderCertificate } from "@/lib/jobs/render-certificate";
import { storeNamed } from "@/lib/storage/stores";
import { newSubmitted } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter } from "@/tests/factories/people";

it("makes the document of a certificate once, however often it is asked", async () => {
  const { exporterId, owner } = await newExporter();
  const { certificateId } = await issueSubmitted(await newSubmitted(owner, exporterId));
  expect(
    await db()
      .$queryRaw`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'renderCertificate'`,
  ).toEqual([{ key: `certificate ${certificateId}` }]);

  await Promise.all([renderCertificate(certificateId), renderCertificate(certificateId)]);
  await renderCertificate(certificateId);

  const document = await db().certificateDocument.findUniqueOrThrow({ where: { certificateId } });
  const stored = await storeNamed(document.store).read(document.key);
  const bytes = new Uint8Array(await new Response(stored).arrayBuffer());
  expect(new TextDecoder("latin1").decode(bytes.slice(0, 5))).toBe("%PDF-");
  expect(bytes.length).toBe(document.size);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(document.sha256);

  const ready = { kind: "certificate.documentReady", certificateId };
  const events = await db().event.findMany({ where: ready });
  expect(events).toMatchObject([
    { exporterId, actorRole: "system", data: { sha256: document.sha256 } },
  ]);
  // The bytes of whoever came second are not kept.
  const files = await readdir(env().STORAGE_DIR, { recursive: true });
  const documents = await db().document.count();
  expect(files.filter((name) => name.includes("/"))).toHaveLength(documents + 1);
}, 60_000);
