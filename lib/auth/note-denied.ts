import "server-only";
import { isThrough } from "@/lib/auth/through";
import { actorOf, asViewer } from "@/lib/auth/viewer";
import { noteDenied } from "@/lib/events/denied";
import { log } from "@/lib/log";

type Person = Parameters<typeof isThrough>[0] & Parameters<typeof asViewer>[0];
type Asked = Parameters<typeof noteDenied>[1];

/** Notes a refusal to somebody who has arrived. Whoever is refused is answered in any case. */
export async function noteDeniedTo(person: Person, asked: Asked): Promise<void> {
  if (!(await isThrough(person))) return;
  try {
    await noteDenied(actorOf(asViewer(person)), asked);
  } catch (error) {
    log().error({ err: error, address: asked.address }, "a refusal could not be noted");
  }
}
