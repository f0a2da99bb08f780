import type { Reader } from "@/lib/db";

type Address =
  { address: string; refused?: never } | { address?: never; refused: "bounced" | "noAddress" };

/**
 * Where a mail goes if it is sent again: to the present address of whom it is for, where they have an account;
 * else where it went. Not where mail is known to come back.
 */
export async function addressNow(
  reader: Reader,
  { recipient, noticeId }: { recipient: string; noticeId: string | null },
): Promise<Address> {
  const select = { email: true, emailVerified: true, addressBouncedAt: true } as const;
  const notice =
    noticeId === null
      ? null
      : await reader.notice.findUnique({ where: { id: noticeId }, select: { user: { select } } });
  const person =
    notice?.user ??
    (await reader.user.findUnique({ where: { email: recipient.toLowerCase() }, select }));
  if (person?.addressBouncedAt) return { refused: "bounced" };
  if (!notice) return { address: recipient };
  const { email, emailVerified } = notice.user;
  return email !== null && emailVerified !== null ? { address: email } : { refused: "noAddress" };
}
