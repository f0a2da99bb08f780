import { maySend, newCode } from "@/gckey/emailed-code";
import type { CodeUse } from "@/gckey/mail";
import type { Mistake } from "@/gckey/page";
import { mailLimit } from "@/gckey/throttle";
import type { Outcome } from "@/gckey/visits/step";
import type { Visit } from "@/gckey/visits/visit";

const mailCounter = (email: string) => ({ key: ["mail", email.toLowerCase()], limit: mailLimit });

async function send(visit: Visit, email: string, use: CodeUse): Promise<Mistake[]> {
  const { attempts, log, mailer, visits } = visit.parts;
  const words = visit.texts.secondStep;
  // Nobody's mailbox is filled, however many sign-ins or registrations somebody begins.
  if ((await attempts.begin([mailCounter(email)], new Date())) > 0) {
    return [{ sentence: words.tooMany }];
  }
  const code = newCode();
  await visits.keepCode(visit.place.key, email, code, new Date());
  if (await mailer.sendCode(email, visit.language, code, use)) return [];
  log.error({ event: "code not sent", account: visit.state.accountId });
  return [{ sentence: words.notSent }];
}

/** Sends a code to whoever arrives at a page that asks for one; gives what the page must say about it. */
export async function sendFirstCode(visit: Visit, email: string, use: CodeUse): Promise<Mistake[]> {
  const kept = await visit.parts.visits.find(visit.place.key);
  const allowed = maySend({ sent: kept?.sent ?? 0, lastAt: null }, new Date());
  return allowed.may ? send(visit, email, use) : [{ sentence: visit.texts.secondStep.tooMany }];
}

/** Sends another code, not too soon after the last. */
export async function sendAnotherCode(visit: Visit, email: string, use: CodeUse): Promise<Outcome> {
  const words = visit.texts.secondStep;
  const allowed = maySend(visit.kept ?? { sent: 0, lastAt: null }, new Date());
  if (!allowed.may) {
    const { seconds } = allowed;
    const sentence = seconds === null ? words.tooMany : words.waitToResend(seconds);
    return { to: "again", mistakes: [{ sentence }] };
  }
  const mistakes = await send(visit, email, use);
  return mistakes.length ? { to: "again", mistakes } : { to: "fresh", notice: words.sent };
}

/** Uses the code up when it is right. Gives why not otherwise. */
export async function checkEmailedCode(
  visit: Visit,
  email: string,
  code: string,
): Promise<"right" | "wrong" | "gone"> {
  const { attempts, visits } = visit.parts;
  const now = new Date();
  if (await visits.useCode(visit.place.key, email, code, now)) {
    await attempts.succeeded({ own: [mailCounter(email)], shared: [] });
    return "right";
  }
  return (await visits.awaitsCode(visit.place.key, now)) ? "wrong" : "gone";
}
