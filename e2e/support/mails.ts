import { expect } from "@playwright/test";
import { z } from "zod";
import { env } from "@/lib/env";

const answer = z.object({
  mails: z.array(
    z.object({
      to: z.array(z.string()),
      subject: z.string(),
      html: z.string().nullish(),
      text: z.string().nullish(),
    }),
  ),
});

export type SentMail = z.infer<typeof answer>["mails"][number];

/** What the outbox holds for an address, newest first. */
export async function mailsTo(address: string): Promise<SentMail[]> {
  const { RESEND_BASE_URL, RESEND_API_KEY } = env();
  const response = await fetch(
    `${RESEND_BASE_URL ?? ""}/api/mails?to=${encodeURIComponent(address)}`,
    { headers: { authorization: `Bearer ${RESEND_API_KEY}` } },
  );
  return answer.parse(await response.json()).mails;
}

/** The newest mail to an address whose subject and text hold all of `parts`, once it has arrived. */
export async function mailWith(address: string, ...parts: readonly string[]): Promise<SentMail> {
  const find = async () =>
    (await mailsTo(address)).find(({ subject, text }) =>
      parts.every((part) => plain(`${subject}\n${text ?? ""}`).includes(plain(part))),
    );
  let found: SentMail | undefined;
  await expect
    .poll(async () => (found = await find()), {
      message: `a mail to ${address} with ${parts.join(", ")}`,
      timeout: 30_000,
      intervals: [100],
    })
    .toBeDefined();
  if (!found) throw new Error("unreachable");
  return found;
}

/** White space made alike: French has spaces that do not break. */
export const plain = (text: string) => text.replace(/\s+/g, " ");
