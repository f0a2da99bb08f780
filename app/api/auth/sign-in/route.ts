import { answerOwnForm } from "@/lib/auth/own-form";
import { signInAddress } from "@/lib/auth/sign-in";

/** Leads to the credential provider. `returnTo` names the page wanted afterwards. */
export function POST(request: Request): Promise<Response> {
  return answerOwnForm(request, (locale, form) => signInAddress(locale, form.get("returnTo")));
}
