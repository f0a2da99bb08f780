import { randomUUID } from "node:crypto";
import type { Answers } from "@/lib/applications/answers";
import { askToWithdraw } from "@/lib/applications/commands/ask-to-withdraw";
import { copyApplication } from "@/lib/applications/commands/copy";
import { db } from "@/lib/db";
import type { Matter } from "@/lib/documents/open-matter";
import { claim } from "@/lib/reviews/commands/claim";
import { reject } from "@/lib/reviews/commands/reject";
import { inState } from "@/e2e/support/scene";
import { newBookEntry } from "@/tests/factories/book";
import { application, sceneOf } from "./application-record";
import { ofCertificates, papersNamed, type PaperIds } from "./certificate-records";
import type { Side } from "./identities";
import { ofImports } from "./import-records";
import { ofInbox } from "./inbox-records";
import { ofMerges } from "./merge-records";
import { messagesNamed, ofMessages, type MessageIds } from "./message-records";
import { ofReference } from "./reference-records";
import { ofPeople } from "./people-records";
import { ofTrail, trailNamed, type TrailIds } from "./trail-records";
import type { World } from "./world";

/** The ids by which a record can be asked for; those that it does not have are of nothing. */
export interface Target extends TrailIds, PaperIds, MessageIds {
  readonly exporterId: string;
  readonly creationToken: string;
  readonly businessNumber: string;
  readonly applicationId: string;
  /** Under which the office finds it. */
  readonly number: string;
  readonly version: number;
  /** Which of its submissions, and the language of its receipt. */
  readonly submission: number;
  readonly language: string;
  /** Of which a document is. */
  readonly matter: Matter;
  readonly documentId: string;
  readonly bookEntryId: string;
  /** Of a conversation. */
  readonly threadId: string;
  readonly changeRequestId: string;
  readonly withdrawalId: string;
  readonly mandateId: string;
  /** Of somebody who asks to act for a profile. */
  readonly requestId: string;
  readonly certificateId: string;
  readonly sheet: number;
  readonly step: string;
  readonly proposalId: string;
  readonly announcementId: string;
  readonly importCertificateId: string;
  /** To the exporting authority. */
  readonly confirmationId: string;
  readonly importId: string;
  readonly importNumber: string;
  readonly correctionId: string;
  /** Of two profiles, and into which one is to be merged. */
  readonly mergeId: string;
  readonly intoId: string;
  readonly holderId: string;
  /** Somebody of the office, and the newest that was said about them. */
  readonly userId: string;
  readonly seen: string;
  readonly invitationId: string;
  readonly token: string;
  /** To which an invitation was sent. */
  readonly email: string;
  readonly sessionId: string;
  readonly noticeId: string;
  readonly credentialRequestId: string;
  /** Of the queue, kept by an officer. */
  readonly viewId: string;
  /** Which text of the portal, kind of record or of reference data, and which of its rows. */
  readonly kind: string;
  readonly key: string;
  readonly changeId: string;
}

export type Make = (world: World, side: Side, answers?: Answers) => Promise<Partial<Target>>;

const inStateOf =
  (state: keyof typeof inState): Make =>
  async (world, side, answers) =>
    application(await inState[state](sceneOf(world, side), answers));

/** What the column "on" of docs/authorization.md can say. Each call makes a new one, except of a profile. */
const makers = {
  "": () => Promise.resolve({}),
  draft: inStateOf("draft"),
  submitted: inStateOf("submitted"),
  "in review": inStateOf("in_review"),
  async "in review by another"(world, side, answers) {
    const id = await inState.submitted(sceneOf(world, side), answers);
    await claim(world.anotherReviewer, id);
    return application(id);
  },
  returned: inStateOf("returned"),
  async "notice sent"(world, side, answers) {
    const id = await inState.returned(sceneOf(world, side), answers);
    await world.lettered(id);
    return application(id);
  },
  async rejected(world, side, answers) {
    const id = await inState.recommendedRejection(sceneOf(world, side), answers);
    const refusal = { ground: "not_accurate", reasons: "Another shipment." } as const;
    const rejected = await reject(world.officers.signatory, id, refusal);
    if (!rejected.ok) throw new Error(rejected.error);
    await world.lettered(id);
    return application(id);
  },
  async "withdrawal asked"(world, side, answers) {
    const id = await inState.in_review(sceneOf(world, side), answers);
    const asked = await askToWithdraw(world.owners[side], id, "The buyer cancelled the order.");
    if (!asked.ok) throw new Error(asked.error);
    return application(id);
  },
  "to issue": inStateOf("recommended"),
  "to reject": inStateOf("recommendedRejection"),
  async profile(world, side) {
    const { creationToken, version } = await db().exporter.findUniqueOrThrow({
      where: { id: world.exporterIds[side] },
      select: { creationToken: true, version: true },
    });
    return { creationToken, version };
  },
  // With a draft of the profile in which it can be used.
  async "book entry"(world, side, answers) {
    const draft = await application(await inState.draft(sceneOf(world, side), answers));
    return { ...draft, bookEntryId: await newBookEntry(world.exporterIds[side], answers) };
  },
  async copy(world, side, answers) {
    const source = await inState.submitted(sceneOf(world, side), answers);
    const copied = await copyApplication(world.owners[side], source, randomUUID());
    if (!copied.ok) throw new Error(copied.error);
    return application(copied.value.applicationId);
  },
  ...ofCertificates,
  ...ofImports,
  ...ofInbox,
  ...ofMerges,
  ...ofMessages,
  ...ofPeople,
  ...ofReference,
  // Of the reviewer, and of the signatory.
  async "saved view"({ officers }, side) {
    const { userId } = officers[side === "A" ? "reviewer" : "signatory"];
    const view = { userId, name: randomUUID(), query: "state=closed" };
    return { viewId: (await db().savedView.create({ data: view })).id };
  },
  ...ofTrail,
} satisfies Record<string, Make>;

/** Makes the record that a row is about. */
export async function newRecord(
  on: string,
  world: World,
  side: Side,
  answers?: Answers,
): Promise<Target> {
  const make = (makers as Partial<Record<string, Make>>)[on];
  if (!make) throw new Error(`nobody knows how to make "${on}"`);
  const exporter = {
    exporterId: world.exporterIds[side],
    businessNumber: world.businessNumbers[side],
  };
  return { ...namedBy(randomUUID()), ...exporter, ...(await make(world, side, answers)) };
}

/** A target whose every id is this one. */
export const namedBy = (id: string): Target => ({
  exporterId: id,
  creationToken: id,
  businessNumber: id,
  applicationId: id,
  number: id,
  version: 1,
  submission: 1,
  language: "en",
  matter: { applicationId: id },
  documentId: id,
  bookEntryId: id,
  threadId: id,
  changeRequestId: id,
  withdrawalId: id,
  mandateId: id,
  requestId: id,
  certificateId: id,
  sheet: 1,
  step: id,
  proposalId: id,
  ...papersNamed(id),
  announcementId: id,
  importCertificateId: id,
  importId: id,
  importNumber: id,
  confirmationId: id,
  correctionId: id,
  mergeId: id,
  intoId: id,
  holderId: id,
  userId: id,
  seen: id,
  invitationId: id,
  token: id,
  email: id,
  sessionId: id,
  noticeId: id,
  credentialRequestId: id,
  viewId: id,
  kind: id,
  ...trailNamed(id),
  ...messagesNamed(id),
  key: id,
  changeId: id,
});
