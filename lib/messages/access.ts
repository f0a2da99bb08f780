import { profilesWith, type OfficerViewer, type Viewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";
import type { MessageSide, OfficerRole } from "@/prisma/generated/enums";

/** For whom somebody speaks in a conversation. */
export const sideOf = ({ kind }: Pick<Viewer, "kind">): MessageSide =>
  kind === "officer" ? "office" : "exporter";

export const otherSide = ({ kind }: Pick<Viewer, "kind">): MessageSide =>
  kind === "officer" ? "exporter" : "office";

/** What a person is writing and has not sent. In a conversation they have one at a time. */
export const openDraftOf = ({ userId }: Pick<Viewer, "userId">) =>
  ({ authorId: userId, sentAt: null, discardedAt: null }) as const;

/**
 * The conversations a viewer may know about: those of their profiles; all for the office. One of which nothing was
 * sent yet is only its writer's, as long as they keep the draft.
 */
export function threadsVisibleTo(viewer: Viewer): Prisma.ThreadWhereInput {
  const begun = {
    OR: [
      { lastMessageAt: { not: null } },
      { startedById: viewer.userId, messages: { some: openDraftOf(viewer) } },
    ],
  };
  switch (viewer.kind) {
    case "exporter":
      return { AND: [{ exporterId: { in: profilesWith(viewer, "view") } }, begun] };
    case "officer":
      return begun;
  }
}

/** Their messages: a draft is only its writer's, and one that was thrown away nobody's. */
export function messagesVisibleTo(viewer: Viewer): Prisma.MessageWhereInput {
  return {
    AND: [
      { thread: threadsVisibleTo(viewer), discardedAt: null },
      { OR: [{ sentAt: { not: null } }, { authorId: viewer.userId }] },
    ],
  };
}

/** Of the conversations, those in which the viewer may write: with a mandate to prepare, or for the office. */
export function threadsWrittenBy(viewer: Viewer): Prisma.ThreadWhereInput {
  const mine =
    viewer.kind === "exporter"
      ? { exporterId: { in: profilesWith(viewer, "prepare") } }
      : mayAnswer(viewer)
        ? { exporter: { mandates: { none: { userId: viewer.userId } } } }
        : { id: { in: [] } };
  return { AND: [threadsVisibleTo(viewer), mine] };
}

const answering: OfficerRole[] = ["reviewer", "signatory"];

/** Who speaks for the office: reviewers and signatories. */
export function mayAnswer({ roles }: OfficerViewer): boolean {
  return roles.some((role) => answering.includes(role));
}

/** Those of them who speak with an exporter: who never belonged to it. */
export const answerersTo = (exporterId: string): Prisma.UserWhereInput => ({
  roles: { hasSome: answering },
  mandates: { none: { exporterId } },
});
