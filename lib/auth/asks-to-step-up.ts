import "server-only";
import { headers } from "next/headers";
import { isSteppedUp } from "@/lib/auth/step-up";
import type { OfficerViewer } from "@/lib/auth/viewer";

/**
 * Whether a page asks for both factors in the place of its form. Not in answer to a press: without script
 * the page is drawn anew then, and the form with everything typed in it must be there again.
 */
export async function asksToStepUp(viewer: OfficerViewer): Promise<boolean> {
  const pressed = (await headers()).get("x-portal-method") === "POST";
  return !pressed && !isSteppedUp(viewer);
}
