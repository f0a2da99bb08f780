import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { threadsVisibleTo } from "@/lib/messages/access";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import type { ApplicationStatus } from "@/prisma/generated/enums";

const language = { select: { language: true } } as const;

/** What the office knows of a conversation besides its words: whose it is, who answers it, and what it can lead to. */
export async function findInboxThread(viewer: OfficerViewer, threadId: string) {
  const found = await db().thread.findFirst({
    where: { AND: [threadsVisibleTo(viewer), idIs(threadId)] },
    select: {
      id: true,
      assignedToId: true,
      assignedTo: named,
      startedBy: language,
      exporter: { select: mandateOf(viewer) },
      application: {
        select: { id: true, number: true, status: true, holderId: true, holder: named },
      },
      messages: {
        where: { sentAt: { not: null }, side: "exporter" },
        orderBy: [{ sentAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { author: language },
      },
    },
  });
  if (!found) return null;
  const { exporter, assignedTo, messages, application, startedBy, ...rest } = found;
  const ownProfile = isOwn(exporter);
  const reviews = viewer.roles.includes("reviewer") && !ownProfile;
  return {
    ...rest,
    ownProfile,
    /** Import certificates, of the files that came with it. */
    mayRegister: reviews,
    assignedTo: assignedTo && fullName(assignedTo),
    mine: found.assignedToId === viewer.userId,
    /** In which the exporter reads: that of whoever wrote last. */
    language: messages[0]?.author.language ?? startedBy.language,
    application: application && {
      ...application,
      number: application.number ?? "",
      holder: application.holder && fullName(application.holder),
      ask: askable(viewer, application, reviews),
    },
  };
}
export type InboxThread = NonNullable<Awaited<ReturnType<typeof findInboxThread>>>;

type Askable = "now" | "notAllowed" | "claimFirst" | "held" | "recommended" | "returned" | "ended";

/** Whether a question can become a request for a change now; else what stands in the way. */
function askable(
  { userId }: OfficerViewer,
  { status, holderId }: { status: ApplicationStatus; holderId: string | null },
  reviews: boolean,
): Askable {
  if (!reviews) return "notAllowed";
  if (status === "submitted" && holderId === null) return "claimFirst";
  if (status === "recommended") return "recommended";
  if (status === "returned") return "returned";
  if (status !== "in_review") return "ended";
  return holderId === userId ? "now" : "held";
}
