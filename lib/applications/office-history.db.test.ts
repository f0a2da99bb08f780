import { beforeAll, expect, it } from "vitest";
import type { Answers } from "@/lib/applications/answers";
import { gatherHistory } from "@/lib/applications/office-history";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { goodAnswers, newSubmitted } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter } from "@/tests/factories/people";

let one: { exporterId: string; owner: ExporterViewer };
let other: { exporterId: string; owner: ExporterViewer };
let answers: Answers;
let first: string;

beforeAll(async () => {
  [one, other] = await Promise.all([newExporter(), newExporter()]);
  const good = goodAnswers();
  const seals = [`TOR ${String(Date.now()).slice(-9)}`];
  answers = { ...good, goods: { ...good.goods, seals, containerCount: "1" } };
  first = await newSubmitted(one.owner, one.exporterId, answers);
});

const riskOf = async (id: string) =>
  (await db().application.findUniqueOrThrow({ where: { id } })).risk;
const historyOf = async (who: { exporterId: string }, applicationId = first) => {
  const documents = await db().document.findMany({ where: { applicationId: first } });
  const subject = { applicationId, exporterId: who.exporterId, answers, documents };
  return gatherHistory(db(), subject, todayInOttawa());
};
const another = "00000000-0000-4000-8000-000000000000";

it("leaves the application itself out, and finds it for another one", async () => {
  const own = await historyOf(one);
  expect(own.seals).toEqual([]);
  expect(own.consignee).toMatchObject({ before: 0, own: 0, others: 0 });
  expect(own.invoices.some(({ applicationId }) => applicationId === first)).toBe(false);
  expect(own.stones.some(({ applicationId }) => applicationId === first)).toBe(false);

  const { number } = await db().application.findUniqueOrThrow({ where: { id: first } });
  const file = { applicationId: first, number };
  const theirs = await historyOf(other, another);
  const [seal] = answers.goods?.seals ?? [];
  expect(theirs.seals).toEqual([{ ...file, seal, own: false, certificate: null, live: true }]);
  expect(theirs.consignee).toEqual({ before: 0, own: 0, others: 1, exporters: 1, files: [file] });
  const [row] = answers.origin?.origins ?? [];
  expect(theirs.stones).toContainEqual(
    expect.objectContaining({ ...file, own: false, carats: row?.carats, usd: row?.usd }),
  );
  expect((await historyOf(one, another)).consignee).toMatchObject({ before: 1, own: 1, others: 0 });
});

it("writes the risk at the submission, and knows a seal of a certificate however it is written", async () => {
  expect(await riskOf(first)).not.toBe("high");
  await issueSubmitted(first);
  const [seal = ""] = answers.goods?.seals ?? [];
  const written = seal.toLowerCase().replace(" ", "-");
  const good = goodAnswers();
  const again = { ...good, goods: { ...good.goods, seals: [written], containerCount: "1" } };
  const second = await newSubmitted(other.owner, other.exporterId, again);
  expect(await riskOf(second)).toBe("high");
  const found = await gatherHistory(
    db(),
    { applicationId: second, exporterId: other.exporterId, answers: again, documents: [] },
    todayInOttawa(),
  );
  expect(found.seals).toMatchObject([
    { seal: written, applicationId: first, live: true, own: false },
  ]);
});

it("finds all of it on indexes where there are many", async () => {
  const plans = await db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return Promise.all([
      tx.$queryRaw<{ "QUERY PLAN": string }[]>`
        EXPLAIN SELECT 1 FROM "Submission" s
         WHERE s.snapshot #> '{answers,origin,origins}' @> '[{"mine": "EKATI"}]'::jsonb`,
      tx.$queryRaw<{ "QUERY PLAN": string }[]>`
        EXPLAIN SELECT 1 FROM "Submission" s
         WHERE s.snapshot #> '{answers,goods,seals}' ?| ARRAY['NT-1']`,
      tx.$queryRaw<{ "QUERY PLAN": string }[]>`
        EXPLAIN SELECT 1 FROM "Application" WHERE lower("consigneeName") = 'x'`,
      tx.$queryRaw<{ "QUERY PLAN": string }[]>`
        EXPLAIN SELECT 1 FROM "Document" WHERE sha256 = repeat('0', 64)`,
    ]);
  });
  const used = plans.map((plan) => plan.map((line) => line["QUERY PLAN"]).join("\n"));
  for (const [i, index] of [
    "Submission_origins_idx",
    "Submission_seals_idx",
    "Application_consignee_idx",
    "Document_sha256_idx",
  ].entries()) {
    expect(used[i]).toContain(index);
  }
});
