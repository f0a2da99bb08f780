import fc from "fast-check";
import { expect, it } from "vitest";
import { sideOf, transitions } from "@/lib/applications/status";
import { after, afterAside, allows, allowsAside, begin, type Model } from "./model";
import { press } from "./presses";

/*
 * Twenty thousand lives of an application on the table alone, by an exporter's three people, two
 * reviewers and a signatory, in whatever order they press.
 */

const ended = ["issued", "rejected", "cancelled"];
const reached = new Set<string>();
const moved = new Set<string>();

function expectSound(before: Model, now: Model) {
  // Who recommended never signs.
  if (now.status === "issued") expect(now.recommenders.has("marie")).toBe(false);
  if (now.status === "issued") expect(now.advice?.outcome).toBe("issue");
  if (now.status === "rejected") expect(now.advice?.outcome).toBe("reject");
  // Nothing is sent again with a request unanswered.
  if (before.status === "returned" && now.status === "submitted") {
    expect(now.requests.every(Boolean)).toBe(true);
  }
  // A request to withdraw is open only where the office can accept it.
  if (now.withdrawal) expect(transitions.acceptWithdrawal.from).toContain(now.status);
  // Nobody holds what nobody reviews; the clock runs for somebody exactly between the two ends.
  if (now.holder) expect(["draft", "submitted", "issued", "rejected"]).not.toContain(now.status);
  expect(sideOf(now.status) === null).toBe(now.status === "draft" || ended.includes(now.status));
  expect(ended.includes(before.status) && now.status !== before.status).toBe(false);
}

it("keeps the promises of the table", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(press, { minLength: 15, maxLength: 60 }), (presses) => {
      let model = begin();
      for (const each of presses) {
        const before = model;
        if ("move" in each) {
          if (!allows(model, each)) continue;
          model = after(model, each);
          moved.add(each.move);
        } else if (allowsAside(model, each)) model = afterAside(model, each);
        reached.add(model.status);
        expectSound(before, model);
      }
    }),
    { numRuns: 20_000 },
  );
  // Otherwise some part of the table was never tried.
  expect([...moved].sort()).toEqual(Object.keys(transitions).sort());
  expect(reached.size).toBe(8);
});
