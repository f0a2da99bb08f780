import type { Viewer } from "@/lib/auth/viewer";
import type { Db } from "@/lib/db";
import type { Template } from "@/lib/mail/notice";
import { typesFor } from "@/lib/notices/types";
import { inForce } from "@/lib/people/mandate";
import type { Prisma } from "@/prisma/generated/client";

type Address =
  | { address: string; refused?: never }
  | { address?: never; refused: "bounced" | "noAddress" | "noMandate" };

const person = { email: true, emailVerified: true, addressBouncedAt: true } as const;
const asked = {
  type: true,
  template: true,
  event: { select: { exporterId: true } },
  user: { select: { ...person, id: true, roles: true } },
} satisfies Prisma.NoticeSelect;

/**
 * Where a mail goes if it is sent again: to the present address of whom it is for, where they have an account;
 * else where it went. Not where mail is known to come back, and nothing of an exporter's affairs to somebody who no
 * longer acts for it.
 */
export async function addressNow(
  reader: Db,
  { recipient, noticeId }: { recipient: string; noticeId: string | null },
): Promise<Address> {
  const notice =
    noticeId === null
      ? null
      : await reader.notice.findUnique({ where: { id: noticeId }, select: asked });
  const known =
    notice?.user ??
    (await reader.user.findUnique({ where: { email: recipient.toLowerCase() }, select: person }));
  if (notice && !(await mayBeTold(reader, notice))) return { refused: "noMandate" };
  if (known?.addressBouncedAt) return { refused: "bounced" };
  if (!notice) return { address: recipient };
  const { email, emailVerified } = notice.user;
  return email !== null && emailVerified !== null ? { address: email } : { refused: "noAddress" };
}

/** What tells people how they stand with an exporter is theirs, also once they do not act for it. */
const ofTheirOwn: readonly string[] = [
  "mandateChanged",
  "mandateRemoved",
  "mandateEnding",
  "accessAccepted",
  "accessRefused",
  "profileMerged",
] satisfies Template[];

/** Of the affairs of an exporter only who acts for it is told, or for the profile of which it became part. */
async function mayBeTold(
  reader: Db,
  { type, template, event, user }: Prisma.NoticeGetPayload<{ select: typeof asked }>,
): Promise<boolean> {
  const { exporterId: id } = event;
  const toldTo = (kind: Viewer["kind"]) => typesFor(kind).some((each) => each === type);
  if (id === null || ofTheirOwn.includes(template) || !toldTo("exporter")) return true;
  if (user.roles.length > 0 && toldTo("officer")) return true;
  const exporter = { OR: [{ id }, { mergedFrom: { some: { id } } }] };
  const acting = { AND: [inForce(), { userId: user.id, exporter }] };
  return (await reader.mandate.count({ where: acting })) > 0;
}
