import "server-only";
import { signerFor } from "@/lib/certificates/keys/signer-for";
import { signStatusLists } from "@/lib/certificates/status/sign-lists";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";

/** Each minute: signs the status lists of the quarter hour that was last, unless that is done. */
export async function signLists(): Promise<void> {
  const signer = await signerFor(db(), "credential", todayInOttawa());
  if (!signer.ok) throw new Error("No key signs status lists today.");
  await signStatusLists(signer.value);
}
