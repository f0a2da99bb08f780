import { beforeAll, expect, it } from "vitest";
import { askToWithdraw } from "@/lib/applications/commands/ask-to-withdraw";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { dateInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { prepareRequest } from "@/lib/reviews/commands/prepare-request";
import { release } from "@/lib/reviews/commands/release";
import { inState } from "@/e2e/support/scene";
import { foundFunctions } from "@/tests/authorization/sources";
import { sent } from "@/tests/factories/messages";
import { newExporter, newOfficer } from "@/tests/factories/people";
import {
  aboutNoFile,
  actNames,
  acts,
  reviewers,
  signatories,
  type Seen,
  type Who,
} from "@/tests/workflow/file-acts";
import {
  allPairs,
  endings,
  situations,
  type Pair,
  type Situation,
} from "@/tests/workflow/file-pairs";

/*
 * Two officers on one file: every two acts are started at the same moment. It ends as if one had come after
 * the other, and whoever came too late is told by whom.
 */

let officers: Record<Who, OfficerViewer>;
beforeAll(async () => {
  const made = await Promise.all([
    ...reviewers.map(async (who) => [who, await newOfficer("reviewer")] as const),
    ...signatories.map(async (who) => [who, await newOfficer("signatory")] as const),
  ]);
  officers = Object.fromEntries(made) as Record<Who, OfficerViewer>;
});

const pairs = allPairs();

it("knows every command of the office about a file, and tries each with each", () => {
  const inOffice = /^reviews\/commands\/|^certificates\/commands\/issue\.ts/;
  const found = foundFunctions().filter((name) => inOffice.test(name));
  const known = new Set([...Object.values(acts).map(({ command }) => command), ...aboutNoFile]);
  expect([...known].sort()).toEqual(found.sort());
  const tried = new Set(pairs.map(({ one, other }) => `${one} ${other}`));
  expect(new Set([...tried].map((pair) => pair.split(" ").sort().join(" "))).size).toBe(
    (actNames.length * (actNames.length + 1)) / 2,
  );
});

async function fileAt(at: Situation): Promise<Seen> {
  // Of somebody new each time: one person may write only so much in an hour.
  const { exporterId, owner } = await newExporter();
  const { status, holder, advice, withdrawal, overdue, prepared } = situations[at];
  const scene = { exporterId, owner, reviewer: officers.nora };
  const state = status === "recommended" && advice === "reject" ? "recommendedRejection" : status;
  const id = await inState[state](scene);
  if (status !== "submitted" && !holder) await release(officers.nora, id);
  const { threadId } = await sent(owner, exporterId, { about: "application", matterId: id });
  const preparedId = crypto.randomUUID();
  if (prepared) {
    const request = { section: "goods", reason: "One seal is missing." } as const;
    const asked = await prepareRequest(officers.nora, threadId, request, preparedId);
    if (!asked.ok) throw new Error(asked.error);
  }
  let withdrawalId = crypto.randomUUID();
  if (withdrawal) {
    const asked = await askToWithdraw(owner, id, "The buyer cancelled the order.");
    if (!asked.ok) throw new Error(asked.error);
    ({ withdrawalId } = asked.value);
  }
  if (overdue) {
    const yesterday = new Date(dateInOttawa(new Date(Date.now() - 86_400_000)));
    await db().application.update({ where: { id }, data: { answerDueOn: yesterday } });
  }
  return { id, withdrawalId, threadId, preparedId, from: officers.nora.userId, overdue };
}

async function standing(id: string) {
  const file = await db().application.findUniqueOrThrow({
    where: { id },
    select: {
      status: true,
      holderId: true,
      claimedAt: true,
      withdrawals: { where: { outcome: null }, select: { id: true } },
      events: { orderBy: { id: "asc" }, select: { actorId: true, kind: true } },
      decision: { select: { outcome: true } },
      certificate: { select: { id: true } },
    },
  });
  const { status, holderId, withdrawals } = file;
  return { ...file, said: { status, holderId, withdrawal: withdrawals.length > 0 } };
}

it.each(pairs.map((pair) => [`${pair.at}: ${pair.one} and ${pair.other}`, pair] as const))(
  "%s",
  async (_, pair: Pair) => {
    const seen = await fileAt(pair.at);
    const before = await standing(seen.id);
    const press = (name: Pair["one"], who: Who) => acts[name].press(officers[who], seen);
    const answers = await Promise.all([
      press(pair.one, pair.byOne),
      press(pair.other, pair.byOther),
    ]);
    const after = await standing(seen.id);
    const ended = { oks: answers.map(({ ok }) => ok), ...after.said };
    const allowed = endings(pair).map(({ oks, file }) => ({
      oks,
      status: file.status,
      holderId: file.holder && officers[file.holder].userId,
      withdrawal: file.withdrawal,
    }));
    expect(allowed, JSON.stringify(answers)).toContainEqual(ended);

    const who = [pair.byOne, pair.byOther] as const;
    for (const [i, answer] of answers.entries()) {
      if (answer.ok) continue;
      const error = "error" in answer ? answer.error : "";
      expect(error).toMatch(/^\w+$/);
      // By name, where somebody has it now or has moved it on.
      const other = officers[who[1 - i] ?? "nora"];
      const me = officers[who[i] ?? "nora"];
      const faster = answers[1 - i]?.ok === true && me !== other;
      const by = "by" in answer ? answer.by : undefined;
      const name = i === 0 ? pair.one : pair.other;
      const could = acts[name].may(situations[pair.at], who[i] ?? "nora");
      const nameOf = (id: string | null) =>
        Object.values(officers).find(({ userId }) => userId === id)?.name;
      if (error === "moved") expect(by).not.toBe("");
      if (error === "moved" && faster && could) expect(by).toBe(other.name);
      // Whoever had it when the press came, before the other one or after.
      if (error === "held") expect([nameOf(before.holderId), nameOf(after.holderId)]).toContain(by);
      // Who was refused has left nothing.
      if (me !== other) {
        const mine = ({ events }: typeof after) => events.filter((e) => e.actorId === me.userId);
        expect(mine(after)).toHaveLength(mine(before).length);
      }
    }
    expect(after.decision !== null).toBe(["issued", "rejected"].includes(after.status));
    expect(after.certificate !== null).toBe(after.status === "issued");
    if (after.status === "submitted") expect(after.holderId).toBeNull();
  },
);
