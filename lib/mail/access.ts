import type { OfficerViewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** Mails are the office's business: everybody of it reads them, and nobody else. */
export function visibleTo(viewer: OfficerViewer): Prisma.MailWhereInput {
  return viewer.roles.length > 0 ? {} : { id: { in: [] } };
}

/** Auditors look; the others of the office see to it that mail arrives. */
export const looksAfterMail = ({ roles }: OfficerViewer) =>
  roles.some((role) => role !== "auditor");

/** A mail and its copies, or those of the mail that it repeats. */
export function familyOf({ id, repeatsId }: { id: string; repeatsId: string | null }) {
  const first = repeatsId ?? id;
  return { OR: [{ id: first }, { repeatsId: first }] } satisfies Prisma.MailWhereInput;
}

/** Never sent, not sent again since, and nobody has said that it may be left at that. */
export const deadLetters = {
  status: "failed",
  dismissedAt: null,
  repeatedAs: { none: {} },
} satisfies Prisma.MailWhereInput;
