import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Partner } from "@/lib/auth/partners";
import type { Proof } from "@/lib/auth/sessions";
import type { Language } from "@/prisma/generated/enums";

/** Who signed in at the provider, what that proved, and the language they use there. */
export type SignInProof = Proof & { subject: string; language: Language };

/** The claims of an ID token that matter here. */
export type Claims = {
  sub?: string | null | undefined;
  acr?: unknown;
  auth_time?: unknown;
  sid?: unknown;
  locale?: string | null | undefined;
};

// Auth.js makes the session row knowing neither the ID token nor what it proved. Both happen in the
// one request of the callback, which carries the proof from the first to the second.
const carried = new AsyncLocalStorage<{ userAgent: string | null; proof?: SignInProof }>();

/**
 * What an ID token of a partner proves; null when it is none of the contexts that stand for a second
 * factor. A token that does not say when the factors were shown proves a sign-in, but never a fresh one.
 */
export function proofIn(
  { sub, acr, auth_time: shownAt, sid, locale }: Claims,
  idToken: string | undefined,
  partner: Pick<Partner, "id" | "acr">,
): SignInProof | null {
  const proved = partner.acr.find((known) => known === acr);
  if (!sub || proved === undefined) return null;
  return {
    partner: partner.id,
    subject: sub,
    acr: proved,
    authenticatedAt: momentOf(shownAt),
    userAgent: carried.getStore()?.userAgent ?? null,
    sid: typeof sid === "string" ? sid : null,
    idToken: idToken ?? null,
    language: locale?.startsWith("fr") ? "fr" : "en",
  };
}

// Clocks differ a little.
const skewMilliseconds = 60_000;

/** When the factors were shown. A moment that is still to come would stay fresh for the whole session. */
function momentOf(shownAt: unknown): Date {
  const at = typeof shownAt === "number" ? shownAt * 1000 : 0;
  const past = at >= 0 && at <= Date.now() + skewMilliseconds;
  return new Date(past ? Math.min(at, Date.now()) : 0);
}

/** Runs the provider's callback, from this browser, with room for one proof. */
export function carryingProof<T>(userAgent: string | null, work: () => Promise<T>): Promise<T> {
  return carried.run({ userAgent: userAgent?.slice(0, 300) ?? null }, work);
}

export function keepProof(proof: SignInProof): void {
  const room = carried.getStore();
  if (!room) throw new Error("A sign-in was proved outside the provider's callback.");
  room.proof = proof;
}

export function takeProof(): SignInProof {
  const proof = carried.getStore()?.proof;
  if (!proof) throw new Error("A session was asked for without a proved sign-in.");
  return proof;
}
