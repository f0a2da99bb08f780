import { randomUUID } from "node:crypto";
import type { Answers } from "@/lib/applications/answers";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { dateInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { claim } from "@/lib/reviews/commands/claim";
import { recommend } from "@/lib/reviews/commands/recommend";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import type { AskableSection } from "@/lib/reviews/schema";
import { goodAnswers, newDraft, newSubmitted } from "@/tests/factories/applications";
import { checklistFor, recommendIssue } from "@/tests/factories/office";

/** An exporter's application whose facts can be recognised wherever they appear. */
export interface Scene {
  readonly exporterId: string;
  readonly owner: ExporterViewer;
  readonly reviewer: OfficerViewer;
}

/** In each of the facts of an application that is nobody else's business. */
export const newMark = () => `Q${randomUUID().slice(0, 8)}`;

export function markedAnswers(mark: string): Answers {
  const good = goodAnswers();
  return {
    ...good,
    consignee: {
      ...good.consignee,
      consignee: { ...good.consignee?.consignee, name: `Consignee ${mark}` },
    },
    goods: { ...good.goods, seals: [`S-${mark}`] },
  };
}

const must = (outcome: { ok: boolean }) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
};

/** An application in a state, made by the portal's own commands. */
export const inState = {
  draft: ({ owner, exporterId }: Scene, answers?: Answers) => newDraft(owner, exporterId, answers),
  submitted: ({ owner, exporterId }: Scene, answers?: Answers) =>
    newSubmitted(owner, exporterId, answers),
  async in_review(scene: Scene, answers?: Answers) {
    const id = await inState.submitted(scene, answers);
    must(await claim(scene.reviewer, id));
    return id;
  },
  async returned(scene: Scene, answers?: Answers, ...sections: AskableSection[]) {
    const id = await inState.in_review(scene, answers);
    const dueOn = dateInOttawa(new Date(Date.now() + 9 * 86_400_000));
    const asked = sections.length > 0 ? sections : (["documents", "goods"] as const);
    const requests = asked.map((section) => ({ section, reason: "Please look again." }));
    must(await returnForChanges(scene.reviewer, id, { requests, dueOn }));
    return id;
  },
  async recommended(scene: Scene, answers?: Answers) {
    const id = await inState.submitted(scene, answers);
    await recommendIssue(scene.reviewer, id);
    return id;
  },
  async recommendedRejection(scene: Scene, answers?: Answers) {
    const id = await inState.in_review(scene, answers);
    const reasons = "The papers are of another shipment.";
    const checklist = checklistFor(answers ?? goodAnswers());
    const advice = { outcome: "reject", ground: "not_accurate", reasons, checklist } as const;
    must(await recommend(scene.reviewer, id, advice));
    return id;
  },
};

const asText = (value: unknown) =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === "bigint" ? part.toString() : part,
  );

/** That somebody was refused a look is noted, and changes nothing. */
const counted = { kind: { not: "access.denied" } };

/** Everything that the portal holds about a profile and its applications, to notice any change. */
export async function factsOf(exporterId: string): Promise<string> {
  const exporter = await db().exporter.findUniqueOrThrow({
    where: { id: exporterId },
    include: {
      mandates: { orderBy: { id: "asc" } },
      invitations: { orderBy: { id: "asc" } },
      book: { orderBy: { id: "asc" } },
      announcements: { include: { documents: true }, orderBy: { id: "asc" } },
      threads: {
        include: { messages: { include: { documents: true }, orderBy: { id: "asc" } } },
        orderBy: { id: "asc" },
      },
      imports: { include: { balance: true, entries: { orderBy: { id: "asc" } } } },
      applications: {
        orderBy: { id: "asc" },
        include: {
          submissions: { orderBy: { id: "asc" } },
          documents: { orderBy: { id: "asc" } },
          changeRequests: { orderBy: { id: "asc" } },
          recommendations: { orderBy: { id: "asc" } },
          editors: { orderBy: { userId: "asc" } },
          events: { where: counted, orderBy: { id: "asc" } },
          decision: true,
          certificate: true,
        },
      },
    },
  });
  const events = await db().event.findMany({
    where: { exporterId, ...counted },
    orderBy: { id: "asc" },
  });
  return asText({ exporter, events });
}
