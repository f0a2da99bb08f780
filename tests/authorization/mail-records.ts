import { newMail } from "@/tests/factories/mails";
import type { Make } from "./records";

export interface MailIds {
  readonly mailId: string;
}

export const mailNamed = (id: string): MailIds => ({ mailId: id });

/** Mails to the owner of a profile. */
export const ofMails = {
  async "mail sent"({ owners }, side) {
    const sent = { status: "sent", sentAt: new Date() } as const;
    return { mailId: (await newMail(owners[side].userId, sent)).id };
  },
  async "mail never sent"({ owners }, side) {
    const dead = { status: "failed", problem: "tooOld" } as const;
    return { mailId: (await newMail(owners[side].userId, dead)).id };
  },
} satisfies Record<string, Make>;
