import type { NextRequest } from "next/server";
import { answerCallback } from "@/lib/auth/callback";

/** The credential provider's answer to a sign-in. The only part of Auth.js that the outside reaches. */
export function GET(request: NextRequest): Promise<Response> {
  return answerCallback(request);
}
