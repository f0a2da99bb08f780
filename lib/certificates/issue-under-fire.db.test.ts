import { randomInt } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { formatCertificateNumber } from "@/lib/certificates/number";
import { certificateRecordOf, recordHash } from "@/lib/certificates/record";
import { db } from "@/lib/db";
import { drawingAnswers, goodAnswers, newSubmitted } from "@/tests/factories/applications";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";

const files = 200;
const clients = 16;
// Read when the first connection is made, which is below: every client gets its own.
process.env["DATABASE_POOL"] = String(clients);

/**
 * Cuts a connection of the application every few milliseconds until told to stop, but not so often that a
 * slow machine gets nowhere: a few for each file done.
 */
async function cutConnections(stopped: () => boolean, done: () => number): Promise<number> {
  const client = new pg.Client({ connectionString: process.env["TEST_SUPERUSER_URL"] });
  await client.connect();
  let cut = 0;
  while (!stopped()) {
    await new Promise((resume) => setTimeout(resume, randomInt(20, 120)));
    if (cut > 20 + 3 * done()) continue;
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'kp_app' AND state <> 'idle'
       ORDER BY random() LIMIT 1`,
    );
    cut += rowCount ?? 0;
  }
  await client.end();
  return cut;
}

/** Presses until the file is issued, by this press or by one whose answer was lost. */
async function pressUntilIssued(signatory: OfficerViewer, applicationId: string): Promise<number> {
  for (let press = 1; press <= 50; press++) {
    try {
      const outcome = await issueCertificate(signatory, applicationId);
      if (outcome.ok || outcome.error === "moved") return press;
      throw new Error(`refused: ${outcome.error}`);
    } catch (fault) {
      if (fault instanceof Error && fault.message.startsWith("refused")) throw fault;
      // Nobody presses fifty times in the moment in which all connections are dead.
      await new Promise((resume) => setTimeout(resume, randomInt(10, 50)));
    }
  }
  throw new Error("not issued after 50 presses");
}

test("200 issues by 16 clients while connections die: no gap, no duplicate, nothing half done", async () => {
  const { exporterId, owner } = await newExporter();
  const reviewer = await newOfficer("reviewer");
  const signatory = await newOfficer("signatory");
  const imported = await newImportCertificate({ exporterId, carats: "150.00" });
  const waiting: string[] = [];
  await inTurns(
    4,
    Array.from({ length: files }, (_, i) => i),
    async (i) => {
      const answers = i % 2 ? drawingAnswers(imported.id, "1.00") : goodAnswers();
      const id = await newSubmitted(owner, exporterId, {
        ...answers,
        goods: { ...answers.goods, seals: [`FIRE-${i}`] },
      });
      await recommendIssue(reviewer, id);
      waiting.push(id);
    },
  );

  let stop = false;
  let presses = 0;
  let done = 0;
  const cutting = cutConnections(
    () => stop,
    () => done,
  );
  try {
    await inTurns(clients, waiting, async (id) => {
      const pressed = await pressUntilIssued(signatory, id);
      presses += pressed;
      done += 1;
    });
  } finally {
    stop = true;
  }
  const cut = await cutting;
  expect(cut).toBeGreaterThan(10);
  expect(presses).toBeGreaterThan(files);

  const certificates = await db().certificate.findMany({
    include: { decision: true, seals: true, events: true, application: true },
    orderBy: { number: "asc" },
  });
  expect(certificates.map(({ number }) => number)).toEqual(
    Array.from({ length: files }, (_, i) => formatCertificateNumber(i + 1)),
  );
  expect(new Set(certificates.map(({ applicationId }) => applicationId))).toEqual(new Set(waiting));
  const { last } = await db().certificateCounter.findUniqueOrThrow({ where: { id: 1 } });
  expect(last).toBe(files);
  for (const certificate of certificates) {
    const record = certificateRecordOf(certificate.record);
    expect(certificate.recordSha256).toBe(recordHash(record));
    expect(record.number).toBe(certificate.number);
    expect(certificate.seals).toHaveLength(record.seals.length);
    expect(certificate.events.map(({ kind }) => kind)).toEqual(["certificate.issued"]);
    expect(certificate.application.status).toBe("issued");
    expect(certificate.decision.signedById).toBe(signatory.userId);
  }
  const consumed = await db().ledgerEntry.findMany({ where: { kind: "consumed" } });
  expect(consumed).toHaveLength(files / 2);
  expect(new Set(consumed.map(({ certificateId }) => certificateId)).size).toBe(files / 2);
  expect(await balanceOf(imported.id)).toEqual({
    remaining: "50.00",
    reserved: "0.00",
    consumed: "100.00",
  });
  const [jobs] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'renderCertificate'`;
  expect(jobs?.count).toBe(files);
}, 240_000);

/** Works through the items, `width` at a time. */
async function inTurns<T>(width: number, items: readonly T[], work: (item: T) => Promise<void>) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
