import { schemaDocument } from "@/lib/certificates/credential/published";
import { env } from "@/lib/env";
import { keptForGood } from "@/lib/security/public-answer";

/** The JSON Schema of the certificates' credentials. */
export function GET(): Response {
  return keptForGood(schemaDocument(env().PORTAL_URL), "application/schema+json");
}
