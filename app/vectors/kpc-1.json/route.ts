import vectors from "@/lib/certificates/seal/vectors/kpc-1.json";
import { keptForGood } from "@/lib/security/public-answer";

/** Seals, good and bad, with what a check must say of each: for whoever writes one of their own. */
export function GET(): Response {
  return keptForGood(vectors, "application/json");
}
