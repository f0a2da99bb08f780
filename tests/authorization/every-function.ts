import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { renderCertificate } from "@/lib/jobs/render-certificate";
import { renderNotice, renderRejection } from "@/lib/jobs/render-letters";
import { renderReceipts } from "@/lib/jobs/render-receipts";
import { newOfficer } from "@/tests/factories/people";
import { attempts } from "./attempts/all";
import { cannotBeAsked } from "./attempts/attempt";
import type { Side } from "./identities";
import { cellsIn, type Mark, type Row } from "./matrix";
import { namedBy, newRecord, type Target } from "./records";
import { newWorld, viewersOf, type World } from "./world";

/*
 * Every cell of docs/authorization.md about queries and commands: each is called by everybody on a record
 * of exporter A and on one of exporter B. Whoever is refused learns nothing and changes nothing.
 * In two files, which run side by side: certificates, whose papers take longest to make, and everything else.
 */

export const aboutCertificates = ({ name }: Row) => name.startsWith("certificates/");

// Some rows make several issued certificates, each with its papers.
vi.setConfig({ testTimeout: 120_000 });

const owner = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
let world: World;
export const everybody = () => world;

/** What the worker would do. */
async function rendered(certificateId: string): Promise<void> {
  await renderCertificate(certificateId);
  const { submissionId } = await db().certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { submissionId: true },
  });
  await renderReceipts(submissionId);
}

async function lettered(applicationId: string): Promise<void> {
  const { submissions, decision } = await db().application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { submissions: { select: { id: true } }, decision: { select: { id: true } } },
  });
  if (decision) return renderRejection(decision.id);
  for (const { id } of submissions) await renderNotice(id);
}

/** Records that only queries and refused calls meet: one for each state and exporter. */
const kept = new Map<string, Promise<Target>>();
export function keptRecord(on: string, side: Side): Promise<Target> {
  const key = `${on} ${side}`;
  const record = kept.get(key) ?? newRecord(on, world, side);
  kept.set(key, record);
  return record;
}

const notFound = { ok: false, error: "notFound" };

/** What an answer says in the marks of the matrix; itself where it is none of them. */
function asMark(answer: unknown): Mark | { answer: unknown } {
  if (answer === cannotBeAsked) return "·";
  if (answer === null) return "–";
  if (Array.isArray(answer)) return answer.length > 0 ? "✓" : "–";
  if (typeof answer !== "object") return { answer };
  if (!("ok" in answer) || answer.ok === true) return "✓";
  // To the letter: any other word would tell that there is something.
  if (JSON.stringify(answer) === JSON.stringify(notFound)) return "–";
  return "error" in answer && answer.error === "notAllowed" ? "✗" : { answer };
}

/** Somebody comes in every quality that they have; the most that one of them gets is what counts. */
async function call({ name }: Row, viewers: readonly Viewer[], target: Target) {
  const attempt = attempts[name];
  if (!attempt) throw new Error(`no attempt for ${name}`);
  const got: (Mark | { answer: unknown })[] = [];
  for (const viewer of viewers) got.push(asMark(await attempt(viewer, target)));
  const unclear = got.find((mark) => typeof mark !== "string");
  const best = (["✓", "✗", "–"] as const).find((mark) => got.includes(mark));
  return unclear ?? best ?? "·";
}

/** Everything in the database, table by table, to notice any change; as its owner, who may read it all. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const digests = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS digest FROM "${name}" t`,
  );
  const { rows } = await owner.query<{ name: string; digest: string }>(digests.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

const isCommand = ({ name }: Row) => /\/commands[/.]| end\w+Sessions?$/.test(name);
/** What a command asks before it begins, or a part of one. */
const isPart = ({ name }: Row) => /\/edit\.ts | roomForDocument$/.test(name);
/** Whose token was never used makes something of their own with it. */
const makesWithFreshToken = (row: Row) => row.name.endsWith(" createExporter");

const isOfficersAct = ({ name, on, marks }: Row) =>
  /^(reviews|certificates)\/commands\/|\/commands\/correct\.ts /.test(name) &&
  // Not about a file: what somebody gets next, their views of the queue, and blank sheets.
  !["", "saved view", "blank sheet", "spoiled sheet"].includes(on) &&
  // What exporters do about their certificates is no act of an officer.
  (marks.reviewer.A === "✓" || marks.signatory.A === "✓");

/** Tests these rows of the matrix, in a database of their own. */
export function testFunctions(rows: readonly Row[]): void {
  beforeAll(async () => {
    await owner.connect();
    world = await newWorld({ rendered, lettered });
    // Held the longest: a short list of what an officer holds begins with these.
    for (const side of ["A", "B"] as const) await keptRecord("in review", side);
  });
  // Who has just accepted an invitation of the other profile does not act for it in the rows after.
  afterEach(() => world.partOwners());
  afterAll(() => owner.end());

  describe.each(rows.map((row) => [`${row.name}, ${row.on}`, row] as const))("%s", (_, row) => {
    const cells = cellsIn(row);

    it("is done for whom it is stated", async () => {
      for (const { identity, side, mark } of cells) {
        if (mark !== "✓") continue;
        // What has been done once cannot always be done again.
        const target = await (isCommand(row)
          ? newRecord(row.on, world, side)
          : keptRecord(row.on, side));
        const got = await call(row, viewersOf(world, identity), target);
        expect(got, `${identity} on ${side}`).toBe("✓");
      }
    });

    it("is refused to everybody else, and nothing changes", async () => {
      const targets = { A: await keptRecord(row.on, "A"), B: await keptRecord(row.on, "B") };
      const before = await everything();
      for (const { identity, side, mark } of cells) {
        if (mark === "✓") continue;
        const got = await call(row, viewersOf(world, identity), targets[side]);
        expect(got, `${identity} on ${side}`).toEqual(mark);
      }
      for (const [who, viewer] of Object.entries(world.strangers)) {
        if (row.marks.ended.A === "✓") continue;
        expect(await call(row, [viewer], targets.A), who).toEqual(row.marks.ended.A);
      }
      // A viewer is as old as their request: what changes something asks again whether the mandate holds.
      const mark = row.marks.ended.A;
      if (isCommand(row) && !isPart(row) && mark !== "✓") {
        expect(await call(row, [world.beforeTheEnd], targets.A), "ended meanwhile").toEqual(mark);
      }
      expect(await everything()).toEqual(before);
    });

    it("knows nothing of what never was, whoever asks", async () => {
      if (row.on === "" || makesWithFreshToken(row)) return;
      const before = await everything();
      for (const { identity, side, mark } of cells) {
        if (side === "B") continue;
        for (const id of [randomUUID(), "not an id", ""]) {
          const got = await call(row, viewersOf(world, identity), namedBy(id));
          if (mark === "✗" && got === "–") continue;
          expect(got, `${identity} with "${id}"`).toEqual(mark === "✓" ? "–" : mark);
        }
      }
      expect(await everything()).toEqual(before);
    });
  });

  it.each(rows.filter(isOfficersAct))(
    "$name is nobody's who belongs or belonged to the profile",
    async ({ name, on }) => {
      const officer = await newOfficer("reviewer", "signatory", "administrator");
      const { exporterIds } = world;
      await db().mandate.create({
        data: {
          exporterId: exporterIds.A,
          userId: officer.userId,
          kind: "representative",
          acceptedAt: new Date(),
          endedAt: new Date(),
        },
      });
      const target = await keptRecord(on, "A");
      const before = await everything();
      const refused = { ok: false, error: "ownProfile" };
      expect(await attempts[name]?.(officer, target)).toEqual(refused);
      expect(await everything()).toEqual(before);
    },
  );
}
