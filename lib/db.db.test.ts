import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { clientOn, db, rollBack, transaction, violatedConstraint } from "@/lib/db";
import { env } from "@/lib/env";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";

async function refusal(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("nothing was refused");
}

let exporterId: string;
let userId: string;
const draft = () => ({ exporterId, answers: {}, creationToken: randomUUID(), createdById: userId });
beforeAll(async () => {
  const made = await newExporter();
  exporterId = made.exporterId;
  userId = made.owner.userId;
});

describe("the constraint that refused a write", () => {
  it("is named for a unique index", async () => {
    const data = draft();
    await db().application.create({ data });
    const thrown = await refusal(() => db().application.create({ data }));
    expect(violatedConstraint(thrown)).toBe("Application_creationToken_key");
  });

  it("is named for a foreign key", async () => {
    const data = { ...draft(), exporterId: randomUUID() };
    const thrown = await refusal(() => db().application.create({ data }));
    expect(violatedConstraint(thrown)).toBe("Application_exporterId_fkey");
  });

  it("is named for a check, also behind a trigger", async () => {
    const { id } = await newImportCertificate({ exporterId, carats: "5.00" });
    const application = await db().application.create({ data: draft() });
    const entry = { importCertificateId: id, actorId: userId, applicationId: application.id };
    const thrown = await refusal(() =>
      db().ledgerEntry.create({
        data: { ...entry, kind: "reserved", carats: "5.01", valueUsd: "1.00" },
      }),
    );
    expect(violatedConstraint(thrown)).toBe("ImportBalance_remaining_not_negative");
    const raw = await refusal(
      () =>
        db().$executeRaw`UPDATE "Exporter" SET "legalName" = NULL WHERE id = ${exporterId}::uuid`,
    );
    expect(violatedConstraint(raw)).toBeNull();
  });

  it("is named where a trigger raises it, at once or when the transaction commits", async () => {
    const signatory = await newOfficer("signatory");
    const application = await db().application.create({ data: draft() });
    const at = {
      applicationId: application.id,
      submissionId: randomUUID(),
      outcome: "issue",
    } as const;
    const advice = { ...at, reasons: "x", checklist: {}, recommendedById: signatory.userId };
    const byTrigger = await refusal(() =>
      transaction((tx) => tx.recommendation.create({ data: advice })),
    );
    expect(violatedConstraint(byTrigger)).toBe("Recommendation_by_reviewer");
    const data = { status: "submitted", number: "KPO-2026-9999" } as const;
    const atCommit = await refusal(() =>
      transaction((tx) => tx.application.update({ where: { id: application.id }, data })),
    );
    expect(violatedConstraint(atCommit)).toBe("Application_clock_follows_status");
  });

  it("is null for any other fault", async () => {
    expect(violatedConstraint(new Error('constraint "A_b"'))).toBeNull();
    expect(violatedConstraint(await refusal(() => db().event.deleteMany()))).toBeNull();
  });
});

describe("a transaction", () => {
  it("leaves nothing when it is rolled back on purpose, and hands out the outcome", async () => {
    const data = draft();
    const outcome = await transaction(async (tx) => {
      await tx.application.create({ data });
      return rollBack("not today");
    });
    expect(outcome).toBe("not today");
    const { creationToken } = data;
    expect(await db().application.findUnique({ where: { creationToken } })).toBeNull();
  });

  it("is done again after a deadlock", async () => {
    const [a, b] = [
      await db().application.create({ data: draft() }),
      await db().application.create({ data: draft() }),
    ];
    let attempts = 0;
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => (meet = resolve));
    let waiting = 0;
    const grow = (id: string, other: string) =>
      transaction(async (tx) => {
        attempts += 1;
        const data = { version: { increment: 1 } };
        await tx.application.update({ where: { id }, data });
        waiting += 1;
        if (waiting >= 2) meet();
        await met;
        await tx.application.update({ where: { id: other }, data });
      });
    await Promise.all([grow(a.id, b.id), grow(b.id, a.id)]);
    expect(attempts).toBe(3);
    const { version } = await db().application.findUniqueOrThrow({ where: { id: a.id } });
    expect(version).toBe(3);
  });
});

it("outlives a connection that breaks while nobody asks anything over it", async () => {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL });
  const client = clientOn(pool);
  // Taken from the pool, which then no longer listens to it.
  const taken = await pool.connect();
  const { rows } = await taken.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const ended = new Promise<void>((resolve) => taken.once("end", () => resolve()));
  await client.$queryRaw`SELECT pg_terminate_backend(${rows[0]?.pid}::int)`;
  await ended;
  taken.release(true);
  expect(await client.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  await client.$disconnect();
});
