import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Proof } from "@/lib/auth/sessions";
import type { Language } from "@/prisma/generated/enums";

/** Who signed in at the provider, what that proved, and the language they use there. */
export type SignInProof = Proof & { subject: string; language: Language };

/** The claims of an ID token that matter here. */
export type Claims = {
  sub?: string | null | undefined;
  acr?: unknown;
  sid?: unknown;
  locale?: string | null | undefined;
};

/** What an ID token proves; null when it is not the required context, which stands for a second factor. */
export function proofIn(
  { sub, acr, sid, locale }: Claims,
  idToken: string | undefined,
  requiredAcr: string,
): SignInProof | null {
  if (!sub || acr !== requiredAcr) return null;
  return {
    subject: sub,
    acr: requiredAcr,
    sid: typeof sid === "string" ? sid : null,
    idToken: idToken ?? null,
    language: locale?.startsWith("fr") ? "fr" : "en",
  };
}

// Auth.js makes the session row knowing neither the ID token nor what it proved. Both happen in the
// one request of the callback, which carries the proof from the first to the second.
const carried = new AsyncLocalStorage<{ proof?: SignInProof }>();

/** Runs the provider's callback with room for one proof. */
export function carryingProof<T>(work: () => Promise<T>): Promise<T> {
  return carried.run({}, work);
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
