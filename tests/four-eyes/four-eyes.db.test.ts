import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSnapshot } from "@/lib/applications/snapshot";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { db, violatedConstraint, type Tx } from "@/lib/db";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { OfficerRole } from "@/prisma/generated/enums";
import type { PrismaClient } from "@/prisma/generated/client";
import { checklistFor } from "@/tests/factories/office";
import { asOwner } from "@/tests/factories/owner";
import { moves, papersOf, passes, statements, type Papers } from "./direct";
import { kinds, makeWorld, states, type Kind, type State, type World } from "./world";

/*
 * Two pairs of eyes (Act, s. 6; R29), all of it: every set of roles, every relation of a person to a file, every
 * state, through the commands and in plain SQL as the application's role. What may pass is said below, in three
 * lines that know nothing of how it is kept. Each attempt goes as far as the commit and is then undone.
 */

const roleSets = Array.from({ length: 16 }, (_, set) =>
  Object.values(OfficerRole).filter((__, role) => set & (1 << role)),
);

const ofProfile: readonly Kind[] = ["member", "former member", "member not yet accepted"];
const hands: readonly Kind[] = ["creator", "editor", "submitter", "enterer"];
const recommenders: readonly Kind[] = ["recommender", "former recommender"];

const mayRecommend = (roles: readonly OfficerRole[], kind: Kind) =>
  roles.includes("reviewer") && ![...ofProfile, ...hands].includes(kind);
const maySign = (roles: readonly OfficerRole[], kind: Kind) =>
  roles.includes("signatory") && ![...ofProfile, ...hands, ...recommenders].includes(kind);

const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
let world: World;
let papers: Record<State, Papers>;
let real: PrismaClient;
const held = globalThis as unknown as { portalDatabase: PrismaClient };

beforeAll(async () => {
  await app.connect();
  world = await makeWorld();
  papers = Object.fromEntries(
    await Promise.all(states.map(async (state) => [state, await papersOf(world.files[state])])),
  ) as Record<State, Papers>;
  real = db();
});
afterAll(async () => {
  held.portalDatabase = real;
  await app.end();
});

/** Each set of roles, given to all persons at once. */
async function* castings() {
  const ids = kinds.map((kind) => world.people[kind].userId);
  for (const roles of roleSets) {
    await asOwner(
      `UPDATE "User" SET roles = $1::"OfficerRole"[], "officerSince" = now() WHERE id = ANY ($2)`,
      [roles, ids],
    );
    yield roles;
  }
}

class Rehearsed extends Error {}

/** Whether a command would have gone through: it runs in a transaction that is undone at the commit. */
async function rehearse(
  command: () => Promise<{ ok: boolean }>,
  prepare?: (tx: Tx) => Promise<unknown>,
): Promise<boolean> {
  const transaction = async (work: (tx: Tx) => Promise<unknown>) => {
    let outcome: unknown;
    try {
      await real.$transaction(
        async (tx) => {
          await prepare?.(tx);
          outcome = await work(tx);
          await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
          throw new Rehearsed();
        },
        { timeout: 15_000, maxWait: 10_000 },
      );
    } catch (thrown) {
      if (!(thrown instanceof Rehearsed)) throw thrown;
    }
    return outcome;
  };
  held.portalDatabase = new Proxy(real, {
    get: (client, key): unknown =>
      key === "$transaction" ? transaction : Reflect.get(client, key),
  });
  // A command asks for its client before it waits for anything, so others may run beside it.
  const running = command();
  held.portalDatabase = real;
  try {
    return (await running).ok;
  } catch (thrown) {
    if (violatedConstraint(thrown)) return false;
    throw thrown;
  }
}

it("is kept by the commands", { timeout: 240_000 }, async () => {
  const wrong: string[] = [];
  let tried = 0;
  const answers = await checklists();
  for await (const roles of castings()) {
    for (const kind of kinds) {
      const person: OfficerViewer = { ...world.people[kind], roles, authenticatedAt: new Date() };
      const inState = async (state: State) => {
        const id = world.files[state];
        const words = { reasons: "The papers disagree.", ground: "not_accurate" } as const;
        const holds = (tx: Tx) =>
          tx.$executeRaw`UPDATE "Application" SET "holderId" = ${person.userId}::uuid, "answerDueOn" = '2026-01-30'
                          WHERE id = ${id}::uuid`;
        // From returned only because it was not remedied in time.
        const ground = state === "returned" ? "not_remedied" : "not_accurate";
        const refusal = { ...words, ground, outcome: "reject", checklist: null } as const;
        const checklist = answers[state];
        const acts = [
          [
            "issue",
            () => issueCertificate(person, id),
            undefined,
            maySign(roles, kind) && state === "recommended to issue",
          ],
          [
            "reject",
            () => reject(person, id, words),
            undefined,
            maySign(roles, kind) && state === "recommended to reject",
          ],
          [
            "recommend issue",
            () => recommend(person, id, { outcome: "issue", reasons: "In order.", checklist }),
            holds,
            mayRecommend(roles, kind) && state === "in_review",
          ],
          [
            "recommend rejection",
            () => recommend(person, id, refusal),
            holds,
            mayRecommend(roles, kind) && ["in_review", "returned"].includes(state),
          ],
        ] as const;
        for (const [act, command, prepare, expected] of acts) {
          tried += 1;
          const passed = await rehearse(command, prepare);
          if (passed !== expected)
            wrong.push(
              `${act}: ${kind}, ${roles.join("+") || "no role"}, ${state}: ${passed ? "passed" : "refused"}`,
            );
        }
      };
      await Promise.all(states.map(inState));
    }
  }
  process.stdout.write(`four eyes, commands: ${tried} tuples\n`);
  expect(wrong).toEqual([]);
});

it("is kept by the database", { timeout: 240_000 }, async () => {
  const wrong: string[] = [];
  let tried = 0;
  for await (const roles of castings()) {
    for (const kind of kinds) {
      for (const state of states) {
        const id = world.files[state];
        const expected: Partial<Record<string, boolean>> = {
          issue: maySign(roles, kind) && state === "recommended to issue",
          reject: maySign(roles, kind) && state === "recommended to reject",
          recommend: mayRecommend(roles, kind) && ["in_review", "returned"].includes(state),
        };
        const each = statements(id, world.people[kind].userId, papers[state]);
        for (const [act, sql] of Object.entries(each)) {
          tried += 1;
          const passed = await passes(app, sql);
          if (passed !== (expected[act] ?? false))
            wrong.push(
              `${act}: ${kind}, ${roles.join("+") || "no role"}, ${state}: ${passed ? "passed" : "refused"}`,
            );
        }
      }
    }
  }
  for (const state of states) {
    for (const sql of moves(world.files[state])) {
      tried += 1;
      // To where it is already, nothing moves.
      const stays = sql.includes(`status = '${state.split(" ")[0] ?? ""}' WHERE`);
      if ((await passes(app, sql)) && !stays) wrong.push(`${sql} in ${state}`);
    }
  }
  process.stdout.write(`four eyes, plain SQL: ${tried} tuples\n`);
  expect(wrong).toEqual([]);
});

async function checklists() {
  const found = await Promise.all(
    states.map(async (state) => {
      const submission = await real.submission.findFirst({
        where: { applicationId: world.files[state] },
        orderBy: { version: "desc" },
      });
      const answers = submission ? readSnapshot(submission.snapshot).answers : {};
      return [state, checklistFor(answers)] as const;
    }),
  );
  return Object.fromEntries(found) as Record<State, ReturnType<typeof checklistFor>>;
}
