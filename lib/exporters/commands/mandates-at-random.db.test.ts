import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { linkToken } from "@/lib/auth/link-token";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { exporterViewer, newExporter, newPerson } from "@/tests/factories/people";
import { acceptInvitation, declineInvitation } from "./answer-invitation";
import { cancelInvitation } from "./cancel-invitation";
import { changeMandate } from "./change-mandate";
import { endMandate } from "./end-mandate";
import { invite } from "./invite";

/*
 * Whatever three people do over one profile, in whatever order and also at the same moment: it has an
 * owner, nobody has two mandates, nobody acts whom nobody invited or who did not accept, and nothing of
 * the history goes away.
 */

const who = fc.nat(2);
/** Mostly the owner of the beginning: what the others ask is mostly refused. */
const doer = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, who);
const invitation = fc.record({
  does: fc.constant("invite" as const),
  by: doer,
  whom: who,
  may: fc.constantFrom("view", "prepare", "submit", "own"),
});
const acceptance = fc.record({ does: fc.constantFrom("accept", "accept", "decline"), by: who });
const step = fc.oneof(
  { weight: 3, arbitrary: invitation },
  { weight: 3, arbitrary: acceptance },
  fc.record({ does: fc.constant("cancel" as const), by: doer, whom: who }),
  fc.record({
    does: fc.constant("change" as const),
    by: doer,
    whom: who,
    may: fc.constantFrom("view", "prepare", "submit"),
  }),
  fc.record({ does: fc.constantFrom("end", "resign"), by: doer, whom: who }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface World {
  readonly exporterId: string;
  readonly people: readonly string[];
  readonly emails: readonly string[];
}

async function newWorld(): Promise<World> {
  const { exporterId, owner } = await newExporter();
  const viewers: ExporterViewer[] = [owner, await newPerson(), await newPerson()];
  const users = await db().user.findMany({ where: { id: { in: viewers.map((v) => v.userId) } } });
  const people = viewers.map(({ userId }) => userId);
  const emails = people.map((id) => users.find((user) => user.id === id)?.email ?? "");
  return { exporterId, people, emails };
}

async function take(world: World, taken: Step): Promise<unknown> {
  const { exporterId, people, emails } = world;
  const viewer = await exporterViewer(people[taken.by] ?? "");
  const whom = "whom" in taken ? taken.whom : taken.by;
  const email = emails[whom] ?? "";
  const mandate = await db().mandate.findFirst({
    where: { exporterId, userId: people[whom] ?? "", endedAt: null },
  });
  const invitation = await db().mandateInvitation.findFirst({
    where: { exporterId, email },
    orderBy: { createdAt: "desc" },
  });
  const token = invitation ? linkToken(invitation.id) : "none";
  switch (taken.does) {
    case "invite":
      return invite(viewer, exporterId, { email, may: taken.may });
    case "accept":
      return acceptInvitation(viewer, token);
    case "decline":
      return declineInvitation(viewer, token);
    case "cancel":
      return cancelInvitation(viewer, exporterId, invitation?.id ?? "none");
    case "change": {
      const before = { may: mandate?.permissions.at(-1) ?? "view" };
      return changeMandate(viewer, exporterId, mandate?.id ?? "none", { may: taken.may }, before);
    }
    case "end":
    case "resign":
      return endMandate(viewer, mandate?.id ?? "none");
  }
}

async function historyOf({ exporterId }: World): Promise<string[]> {
  const events = await db().event.findMany({ where: { exporterId }, orderBy: { id: "asc" } });
  return events.map(({ id, kind, data }) => `${id} ${kind} ${JSON.stringify(data)}`);
}

async function expectSound(world: World): Promise<void> {
  const { exporterId, people, emails } = world;
  const mandates = await db().mandate.findMany({ where: { exporterId } });
  const open = mandates.filter(({ endedAt }) => endedAt === null);
  expect(open.some(({ kind }) => kind === "owner")).toBe(true);
  expect(new Set(open.map(({ userId }) => userId)).size).toBe(open.length);
  // Both sides: each mandate but the first came of an invitation to this person that they accepted.
  const accepted = await db().mandateInvitation.findMany({
    where: { exporterId, outcome: "accepted" },
  });
  for (const [at, userId] of people.entries()) {
    const began = mandates.filter((mandate) => mandate.userId === userId);
    expect(began.every(({ acceptedAt }) => acceptedAt !== null)).toBe(true);
    const asked = accepted.filter(({ email }) => email === emails[at]);
    expect(asked.every(({ endedById }) => endedById === userId)).toBe(true);
    expect(began).toHaveLength(asked.length + (at === 0 ? 1 : 0));
    const { standings } = await exporterViewer(userId);
    expect(standings).toHaveLength(open.filter((mandate) => mandate.userId === userId).length);
  }
}

let taken = 0;
let succeeded = 0;
const note = (outcome: unknown) => {
  taken += 1;
  if ((outcome as { ok: boolean }).ok) succeeded += 1;
};

it("keeps its promises, step by step", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const world = await newWorld();
      let before = await historyOf(world);
      for (const each of steps) {
        note(await take(world, each));
        const after = await historyOf(world);
        expect(after.slice(0, before.length)).toEqual(before);
        before = after;
        await expectSound(world);
      }
    }),
    { numRuns: 20 },
  );
});

it("keeps its promises when three press at once", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, step, step), { maxLength: 12 }), async (rounds) => {
      const world = await newWorld();
      let before = await historyOf(world);
      for (const round of rounds) {
        for (const outcome of await Promise.all(round.map((each) => take(world, each)))) {
          note(outcome);
        }
        const after = await historyOf(world);
        expect(after.slice(0, before.length)).toEqual(before);
        before = after;
        await expectSound(world);
      }
    }),
    { numRuns: 20 },
  );
});

afterAll(() => {
  // Otherwise everything was refused, and nothing was tried.
  expect(succeeded, `of ${taken}`).toBeGreaterThan(50);
});
