import { answerOwnForm } from "@/lib/auth/own-form";
import { signInAddress } from "@/lib/auth/sign-in";

/** Leads to a sign-in partner. `returnTo` names the page wanted afterwards, `stepUp` asks for fresh factors. */
export function POST(request: Request): Promise<Response> {
  return answerOwnForm(request, signInAddress);
}
