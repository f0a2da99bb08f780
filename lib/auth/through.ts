import "server-only";
import { mayAct } from "@/lib/auth/arrival-step";
import { currentTerms } from "@/lib/texts/queries";

/** Whether this person's actions and uploads are taken, and files given to them. */
export async function isThrough(person: Parameters<typeof mayAct>[0]): Promise<boolean> {
  return mayAct(person, await currentTerms());
}
