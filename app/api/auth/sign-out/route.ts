import { answerOwnForm } from "@/lib/auth/own-form";
import { signOutAddress } from "@/lib/auth/sign-out";

/** Signs the reader out, here and at the credential provider. */
export function POST(request: Request): Promise<Response> {
  return answerOwnForm(request, signOutAddress);
}
