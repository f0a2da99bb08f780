import { expect, it } from "vitest";
import type { Finding } from "@/lib/applications/rules/rule";
import { differencesSince } from "@/lib/reviews/findings";

const found = (remaining: string): Finding => ({
  rule: "R16",
  severity: "block",
  outcome: "conflict",
  messageKey: "R16.overdrawn",
  params: { remaining: { as: "carats", value: remaining } },
  section: "origin",
  field: "origins[0].carats",
});

it("says what the rules find now and what they found only then, to the last figure", () => {
  const { rule, ...rest } = found("5.00");
  // As it comes back from the database, its members in another order.
  expect(differencesSince([{ ...rest, rule }], [found("5.00")])).toEqual({ added: [], gone: [] });
  expect(differencesSince([], [found("5.00")])).toEqual({ added: [found("5.00")], gone: [] });
  expect(differencesSince([found("5.00")], [found("4.99")])).toEqual({
    added: [found("4.99")],
    gone: [found("5.00")],
  });
});
