import type { Proof } from "@/lib/auth/sessions";

/** What a sign-in proved that has just been finished. */
export const newProof = (changes: Partial<Proof> = {}): Proof => ({
  partner: "gckey",
  acr: "urn:gckey:loa2",
  authenticatedAt: new Date(),
  sid: null,
  idToken: null,
  userAgent: null,
  ...changes,
});
