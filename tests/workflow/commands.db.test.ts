import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { currentRequests, openRequests } from "@/lib/applications/requests";
import { sideOf } from "@/lib/applications/status";
import { setClock } from "@/lib/clock";
import { after, afterAside, allows, allowsAside, begin, type Model } from "./model";
import {
  drawn,
  look,
  newPeople,
  newPortal,
  press,
  pressAside,
  registered,
  type Looked,
} from "./portal";
import { press as anyPress } from "./presses";

/*
 * The same lives on PostgreSQL, by the portal's own commands: each press passes exactly where the table
 * lets it, and whatever was pressed the record keeps its promises. `npm run test:long -- workflow`
 * walks more of them.
 */

afterEach(() => setClock(null));

const runs = Number(process.env["WORKFLOW_RUNS"] ?? 20);

function expectSound(model: Model, before: Looked | null, now: Looked) {
  expect(now.status).toBe(model.status);
  // What was submitted never changes, and a number never does.
  expect(now.hashes).toHaveLength(model.submissions.length);
  if (before) expect(now.hashes.slice(0, before.hashes.length)).toEqual(before.hashes);
  if (before?.number) expect(now.number).toBe(before.number);
  expect(now.number === null).toBe(now.hashes.length === 0);
  // The clock: one after the other, and the open one is whose turn it is.
  now.clock.forEach(({ from, until }, i) => {
    if (until) expect(until.getTime()).toBeGreaterThanOrEqual(from.getTime());
    const previous = now.clock[i - 1]?.until;
    if (i > 0) expect(previous?.getTime()).toBeLessThanOrEqual(from.getTime());
  });
  const open = now.clock.filter(({ until }) => until === null);
  expect(open.map(({ side }) => side)).toEqual(sideOf(now.status) ? [sideOf(now.status)] : []);
  // The ledger: held while it is under way, used once it is issued.
  const { reserved, consumed, remaining } = now.balance;
  const holds = sideOf(now.status) !== null;
  expect(reserved.toFixed(2)).toBe(holds ? drawn : "0.00");
  expect(consumed.toFixed(2)).toBe(now.status === "issued" ? drawn : "0.00");
  expect(remaining.plus(reserved).plus(consumed).toFixed(2)).toBe(registered);
  expect(remaining.isNegative()).toBe(false);
  // Two pairs of eyes, and the requests.
  const { decision } = now;
  if (decision) expect(decision.signedById).not.toBe(decision.recommendedById);
  expect(now.withdrawals).toHaveLength(model.withdrawal ? 1 : 0);
  if (now.status !== "returned") return;
  expect(openRequests(now.status, now.changeRequests)).toHaveLength(
    model.requests.filter((answered) => !answered).length,
  );
  expect(currentRequests(now.changeRequests)).toHaveLength(2);
}

it(`does what the table says, in ${runs} lives`, { timeout: 3_600_000 }, async () => {
  const people = await newPeople();
  let passed = 0;
  let stopped = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyPress, { minLength: 12, maxLength: 24 }), async (presses) => {
      const portal = await newPortal(people);
      let model = begin();
      let seen: Looked | null = null;
      for (const each of presses) {
        const may = "move" in each ? allows(model, each) : allowsAside(model, each);
        const did = await ("move" in each ? press(portal, each) : pressAside(portal, each));
        expect({ each, model, passed: did.ok }).toEqual({ each, model, passed: may });
        if (may) model = "move" in each ? after(model, each) : afterAside(model, each);
        const now = await look(portal);
        expectSound(model, seen, now);
        seen = now;
        if (may) passed += 1;
        else stopped += 1;
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
  // Both ways were tried.
  expect(passed).toBeGreaterThan(runs);
  expect(stopped).toBeGreaterThan(runs);
});
