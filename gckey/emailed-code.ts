import { randomInt } from "node:crypto";

/** An emailed code is good for ten minutes (OWASP ASVS 6.5.5). */
export const codeMilliseconds = 10 * 60_000;

/** Codes per sign-in, and the pause between two of them. */
export const codesPerSignIn = 5;
export const resendPauseMilliseconds = 30_000;

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** What a reader typed, without the spaces and dashes that mail programs and eyes add. */
export function typedCode(text: string): string {
  return text.replace(/[\s\u00a0-]/g, "");
}

/** Enough of an address to recognize it, not enough to learn it. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}

export type Sending = { sent: number; lastAt: Date | null };

/** Whether another code may be sent now; otherwise why not, with the seconds left. */
export function maySend(
  { sent, lastAt }: Sending,
  now: Date,
): { may: true } | { may: false; seconds: number } | { may: false; seconds: null } {
  if (sent >= codesPerSignIn) return { may: false, seconds: null };
  const left = lastAt ? lastAt.getTime() + resendPauseMilliseconds - now.getTime() : 0;
  return left > 0 ? { may: false, seconds: Math.ceil(left / 1000) } : { may: true };
}
