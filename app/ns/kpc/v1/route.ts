import { contextDocument } from "@/lib/certificates/credential/published";
import { env } from "@/lib/env";
import { keptForGood } from "@/lib/security/public-answer";

/** The JSON-LD context of the certificates' credentials. */
export function GET(): Response {
  return keptForGood(contextDocument(env().PORTAL_URL), "application/ld+json");
}
