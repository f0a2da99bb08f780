import fc from "fast-check";
import { transitions, type Move } from "@/lib/applications/status";
import { exporters, officers, type Aside, type Press } from "./model";

const moves = Object.keys(transitions) as Move[];
const exporter = fc.constantFrom(...exporters);
const officer = fc.constantFrom(...officers);

const move: fc.Arbitrary<Press> = fc.record({
  move: fc.constantFrom(...moves),
  by: fc.constantFrom(...exporters, ...officers),
  outcome: fc.constantFrom("issue" as const, "reject" as const),
});

/** A move by somebody whose role it is: most of a sequence would be refused otherwise. */
const likely: fc.Arbitrary<Press> = fc.oneof(
  fc.record({
    move: fc.constantFrom<Move>("submit", "submit", "pullBack", "cancel"),
    by: fc.constantFrom("owner" as const, "submitter" as const),
  }),
  fc.record({
    move: fc.constantFrom<Move>(
      "beginReview",
      "returnForChanges",
      "extend",
      "recommend",
      "acceptWithdrawal",
    ),
    by: fc.constantFrom("nora" as const, "samir" as const),
    outcome: fc.constantFrom("issue" as const, "reject" as const),
  }),
  fc.record({
    move: fc.constantFrom<Move>("sendBack", "issue", "reject"),
    by: fc.constant("marie" as const),
  }),
);

const aside: fc.Arbitrary<Aside> = fc.oneof(
  fc.record({
    aside: fc.constantFrom("answer" as const, "answer" as const, "takeBackAnswer" as const),
    by: exporter,
    request: fc.constantFrom(0 as const, 1 as const),
  }),
  fc.record({
    aside: fc.constantFrom("askToWithdraw" as const, "takeBackWithdrawal" as const),
    by: exporter,
  }),
  fc.record({
    aside: fc.constantFrom("refuseWithdrawal" as const, "release" as const, "claim" as const),
    by: officer,
  }),
  fc.record({ aside: fc.constant("dayPasses" as const) }),
);

/** One thing that somebody of the six does. */
export const press: fc.Arbitrary<Press | Aside> = fc.oneof(
  { weight: 2, arbitrary: move },
  { weight: 6, arbitrary: likely },
  { weight: 4, arbitrary: aside },
);
