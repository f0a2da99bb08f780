import { refresh } from "next/cache";
import { addressHere } from "@/lib/auth/current";
import { safeReturnTo } from "@/lib/auth/return-to";
import { redirectToAddress } from "@/lib/i18n/navigation";

/** Back to the page that is already open, with its filter: with script it must be read anew. */
export async function stayHere(): Promise<never> {
  refresh();
  return redirectToAddress(safeReturnTo(await addressHere()) ?? "/");
}
