import type { Counter } from "@/gckey/attempts";
import { maySend, newCode } from "@/gckey/emailed-code";
import type { CodeUse } from "@/gckey/mail";
import type { Mistake } from "@/gckey/page";
import { mailLimit } from "@/gckey/throttle";
import type { Outcome } from "@/gckey/visits/step";
import type { Visit } from "@/gckey/visits/visit";

/**
 * Codes to one mailbox. Strangers who register with somebody's address are counted apart from its
 * owner, who could otherwise be kept from signing in.
 */
async function mailCounter(visit: Visit, email: string, use: CodeUse): Promise<Counter> {
  const by = use === "address" ? use : visit.browserOf((await visit.account()).userName);
  return { key: ["mail", by, email.toLowerCase()], limit: mailLimit };
}

async function send(visit: Visit, email: string, use: CodeUse): Promise<Mistake[]> {
  const { attempts, log, mailer, visits } = visit.parts;
  const words = visit.texts.secondStep;
  // Nobody's mailbox is filled, however many sign-ins or registrations somebody begins.
  const counter = await mailCounter(visit, email, use);
  if ((await attempts.begin([counter], new Date())) > 0) {
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
  use: CodeUse,
  code: string,
): Promise<"right" | "wrong" | "gone"> {
  const { attempts, visits } = visit.parts;
  const now = new Date();
  if (await visits.useCode(visit.place.key, email, code, now)) {
    await attempts.succeeded({ own: [await mailCounter(visit, email, use)], shared: [] });
    return "right";
  }
  return (await visits.awaitsCode(visit.place.key, now)) ? "wrong" : "gone";
}
