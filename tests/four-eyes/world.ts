import { cancelApplication } from "@/lib/applications/commands/withdraw";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { db } from "@/lib/db";
import { claim } from "@/lib/reviews/commands/claim";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { release } from "@/lib/reviews/commands/release";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { answerAll, newDraft, newSubmitted, submit } from "@/tests/factories/applications";
import { recommendIssue } from "@/tests/factories/office";
import { asOwner } from "@/tests/factories/owner";
import { newExporter, newOfficer } from "@/tests/factories/people";

/*
 * One file in every state, each with the same ten persons, of whom each has one thing to do with it and nothing
 * else. What happened to the files was done by the real commands, but for the relations that no command makes alone.
 */

export const states = [
  "draft",
  "submitted",
  "in_review",
  "returned",
  "recommended to issue",
  "recommended to reject",
  "issued",
  "rejected",
  "cancelled",
] as const;
export type State = (typeof states)[number];

export const kinds = [
  "stranger",
  "creator",
  "editor",
  "submitter",
  "enterer",
  "recommender",
  "former recommender",
  "member",
  "former member",
  "member not yet accepted",
] as const;
export type Kind = (typeof kinds)[number];

export interface World {
  readonly files: Readonly<Record<State, string>>;
  readonly people: Readonly<Record<Kind, OfficerViewer>>;
}

export async function makeWorld(): Promise<World> {
  const { owner, exporterId } = await newExporter();
  const officers = await Promise.all(kinds.map(() => newOfficer("reviewer")));
  const people = Object.fromEntries(kinds.map((kind, i) => [kind, officers[i]])) as World["people"];
  const signatory = await newOfficer("signatory");
  const files: [State, string][] = [];
  for (const state of states) files.push([state, await bring(state)]);
  const mandate = { exporterId, kind: "representative", permissions: ["view"] } as const;
  const at = new Date("2026-01-05T15:00:00Z");
  for (const [kind, ends] of [
    ["member", { acceptedAt: at }],
    ["former member", { acceptedAt: at, endedAt: at }],
    ["member not yet accepted", {}],
  ] as const) {
    const { userId } = people[kind];
    await db().mandate.create({
      data: { ...mandate, permissions: [...mandate.permissions], userId, ...ends },
    });
  }
  return { files: Object.fromEntries(files) as World["files"], people };

  async function bring(state: State): Promise<string> {
    const id = await reach(state, { owner, exporterId, people, signatory });
    await db().applicationEditor.create({
      data: { applicationId: id, userId: people.editor.userId },
    });
    const submission = await db().submission.findFirst({
      where: { applicationId: id },
      omit: { id: true },
    });
    if (submission) {
      const { snapshot, findings, ...rest } = submission;
      const copied = { snapshot: snapshot as object, findings: findings as object[] };
      await db().submission.create({
        data: { ...rest, ...copied, version: 0, submittedById: people.submitter.userId },
      });
    }
    await asOwner(
      `UPDATE "Application" SET "createdById" = $2, "enteredById" = $3, "paperReceivedOn" = '2026-01-05',
         "paperSignedBy" = 'A. Signer' WHERE id = $1`,
      [id, people.creator.userId, people.enterer.userId],
    );
    return id;
  }
}

interface Cast {
  readonly owner: ExporterViewer;
  readonly exporterId: string;
  readonly people: World["people"];
  readonly signatory: OfficerViewer;
}

/** Twice recommended, and from there wherever it should go. */
async function reach(state: State, { owner, exporterId, people, signatory }: Cast) {
  if (state === "draft") return newDraft(owner, exporterId);
  const [former, recommender] = [people["former recommender"], people.recommender];
  const id = await newSubmitted(owner, exporterId);
  await recommendIssue(former, id);
  must(await sendBack(signatory, id, "Look at the seals again."));
  must(await release(former, id));
  const words = { reasons: "The invoice is of another shipment.", ground: "not_accurate" } as const;
  if (state === "recommended to reject" || state === "rejected") {
    must(await claim(recommender, id));
    must(await recommend(recommender, id, { outcome: "reject", ...words, checklist: null }));
  } else {
    await recommendIssue(recommender, id);
  }
  if (state === "issued") must(await issueCertificate(signatory, id));
  if (state === "rejected") must(await reject(signatory, id, words));
  if (state.startsWith("recommended") || state === "issued" || state === "rejected") return id;
  must(await sendBack(signatory, id, "Look at the mass again."));
  if (state === "in_review") return id;
  const requests = [{ section: "goods" as const, field: "", reason: "Which is right?" }];
  must(await returnForChanges(recommender, id, { requests, dueOn: "2027-06-01" }));
  if (state === "cancelled") must(await cancelApplication(owner, id));
  if (state === "submitted") {
    await answerAll(owner, id);
    must(await submit(owner, id));
  }
  return id;
}

function must(outcome: { ok: boolean; error?: string }): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}
