import { keySetOf } from "@/lib/certificates/keys/key-set";
import { listPublishedKeys } from "@/lib/certificates/keys/published";
import { keptAnHour } from "@/lib/security/public-answer";

/** The keys of Canada's seals, for check pages and other authorities. */
export async function GET(): Promise<Response> {
  return keptAnHour(keySetOf(await listPublishedKeys()));
}
