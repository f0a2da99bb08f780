import { didDocumentOf } from "@/lib/certificates/keys/key-set";
import { listPublishedKeys } from "@/lib/certificates/keys/published";
import { env } from "@/lib/env";
import { keptAnHour } from "@/lib/security/public-answer";

/** Who issues Canada's credentials (did:web), with the same keys. */
export async function GET(): Promise<Response> {
  return keptAnHour(didDocumentOf(env().PORTAL_URL, await listPublishedKeys()));
}
