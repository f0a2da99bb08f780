import pg from "pg";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { fewestShown, getServiceFigures } from "@/lib/applications/queries/service-standard";
import { firstDayOf } from "@/lib/applications/service-periods";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { now, setClock } from "@/lib/clock";
import { clientOn, db, type Db } from "@/lib/db";
import { startOfDay } from "@/lib/reference/working-time";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { claim } from "@/lib/reviews/commands/claim";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { answerAll, newSubmitted, submit } from "@/tests/factories/applications";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";

let owner: ExporterViewer;
let exporterId: string;
let reviewer: OfficerViewer;
let signatory: OfficerViewer;
beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  reviewer = await newOfficer("reviewer");
  signatory = await newOfficer("signatory");
});
afterEach(() => {
  setClock(null);
});

const at = (local: string) => {
  setClock(new Date(`2026-11-${local}:00-05:00`));
};
const factOf = (applicationId: string) =>
  db().serviceFact.findUniqueOrThrow({ where: { applicationId } });

describe("what is kept of a decision", () => {
  it("is the working time with the office, and that the promise was kept to the minute", async () => {
    at("24T15:00");
    const id = await newSubmitted(owner, exporterId);
    at("25T15:00");
    await recommendIssue(reviewer, id);
    expect(await issueCertificate(signatory, id)).toMatchObject({ ok: true });
    expect(await factOf(id)).toMatchObject({ workedMinutes: 480, promiseKept: true });
  });

  it("is that it was broken, by a refusal a minute late too", async () => {
    at("24T15:00");
    const id = await newSubmitted(owner, exporterId);
    at("25T15:01");
    const words = { reasons: "Not accurate.", ground: "not_accurate" } as const;
    await claim(reviewer, id);
    await recommend(reviewer, id, { outcome: "reject", ...words, checklist: null });
    expect(await reject(signatory, id, words)).toMatchObject({ ok: true });
    expect(await factOf(id)).toMatchObject({ workedMinutes: 481, promiseKept: false });
  });

  it("counts no time with the exporter, and forgets no turn that was late", async () => {
    at("16T09:00");
    const id = await newSubmitted(owner, exporterId);
    at("17T10:00");
    await claim(reviewer, id);
    const requests = [{ section: "goods" as const, field: "", reason: "Which is right?" }];
    const returned = await returnForChanges(reviewer, id, { requests, dueOn: "2026-12-04" });
    expect(returned).toMatchObject({ ok: true });
    at("20T15:00");
    await answerAll(owner, id);
    expect(await submit(owner, id)).toMatchObject({ ok: true });
    at("23T09:00");
    await recommendIssue(reviewer, id);
    expect(await issueCertificate(signatory, id)).toMatchObject({ ok: true });
    expect(await factOf(id)).toMatchObject({ workedMinutes: 540 + 120, promiseKept: false });
  });
});

describe("the public figures", () => {
  it("begin on the days that the page names", () => {
    expect(firstDayOf("days30", "2026-11-26")).toBe("2026-10-28");
    expect(firstDayOf("days90", "2026-11-26")).toBe("2026-08-29");
    expect(firstDayOf("year", "2026-11-26")).toBe("2026-04-01");
    expect(firstDayOf("year", "2026-04-01")).toBe("2026-04-01");
    expect(firstDayOf("year", "2027-03-31")).toBe("2026-04-01");
  });

  it("say nothing of fewer than five decisions", async () => {
    setClock(new Date("2026-11-26T18:00:00Z"));
    await beside(fewestShown - 1, 20, async (tx) => {
      expect(await getServiceFigures(tx)).toEqual({ days30: null, days90: null, year: null });
    });
    await beside(fewestShown, 20, async (tx) => {
      expect((await getServiceFigures(tx)).year?.decided).toBe(fewestShown);
    });
  });

  it("are those of a slow count, with two hundred thousand decisions, and fast", async () => {
    setClock(new Date("2026-11-26T18:00:00Z"));
    await beside(200_000, 395, async (tx) => {
      await tx.$executeRaw`ANALYZE "ServiceFact"`;
      const began = performance.now();
      const figures = await getServiceFigures(tx);
      const took = performance.now() - began;
      process.stdout.write(`service figures of 200,000 decisions: ${took.toFixed(0)} ms\n`);
      // Generous, for busy machines.
      expect(took).toBeLessThan(2000);
      for (const period of ["days30", "days90", "year"] as const) {
        const since = startOfDay(firstDayOf(period, "2026-11-26"));
        const facts = await tx.serviceFact.findMany({
          where: { decidedAt: { gte: since } },
          select: { workedMinutes: true, promiseKept: true },
        });
        const minutes = facts.map(({ workedMinutes }) => workedMinutes).sort((a, b) => a - b);
        const decided = minutes.length;
        expect(decided).toBeGreaterThan(1000);
        expect(figures[period]).toEqual({
          name: period,
          decided,
          kept: facts.filter(({ promiseKept }) => promiseKept).length,
          median: minutes[Math.ceil(decided * 0.5) - 1],
          ninetieth: minutes[Math.ceil(decided * 0.9) - 1],
        });
      }
    });
  });
});

/** So many decisions of the last days and no others, of no applications; nothing of it stays. */
async function beside(count: number, days: number, look: (tx: Db) => Promise<void>): Promise<void> {
  class Undone extends Error {}
  const client = clientOn(
    new pg.Pool({ connectionString: process.env["DATABASE_OWNER_URL"], max: 1 }),
  );
  try {
    await client.$transaction(
      async (tx) => {
        await tx.$executeRaw`ALTER TABLE "ServiceFact" DROP CONSTRAINT "ServiceFact_applicationId_fkey"`;
        await tx.$executeRaw`ALTER TABLE "ServiceFact" DISABLE TRIGGER USER`;
        await tx.$executeRaw`DELETE FROM "ServiceFact"`;
        await tx.$executeRaw`
          INSERT INTO "ServiceFact" ("applicationId", "decidedAt", "workedMinutes", "promiseKept")
          SELECT gen_random_uuid(), ${now()}::timestamptz - i * (make_interval(days => ${days}::int) / ${count}::int), i * 7919 % 1009, i % 20 <> 0
            FROM generate_series(0, ${count}::int - 1) AS i`;
        await look(tx);
        throw new Undone();
      },
      { timeout: 60_000 },
    );
  } catch (thrown) {
    if (!(thrown instanceof Undone)) throw thrown;
  } finally {
    await client.$disconnect();
  }
}
