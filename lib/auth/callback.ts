import "server-only";
import { NextRequest } from "next/server";
import { answerProvider } from "@/lib/auth/auth";
import { cookieName } from "@/lib/auth/session-cookie";
import { endSession } from "@/lib/auth/sessions";
import { carryingProof } from "@/lib/auth/sign-in-proof";
import { env } from "@/lib/env";
import { fixedHeaders } from "@/lib/security/headers";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

/**
 * Answers the provider's redirect with a new session. An earlier session of this browser is hidden
 * from Auth.js, which would go on with it, or join the new credential to its person, and is ended
 * once the new one exists.
 */
export async function answerCallback(request: NextRequest): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const name = cookieName("session");
  const before = request.cookies.get(name)?.value;
  const stranger = new NextRequest(request.url, { headers: request.headers });
  stranger.cookies.delete(name);
  const response = await carryingProof(request.headers.get("user-agent"), () =>
    answerProvider(stranger),
  );
  const opened = response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=`));
  if (opened && before) await endSession(before);
  // A redirect's own headers cannot be changed.
  const headers = new Headers(response.headers);
  headers.set("cache-control", "no-store");
  for (const [header, value] of Object.entries(fixedHeaders(env().PORTAL_URL))) {
    headers.set(header, value);
  }
  return new Response(response.body, { status: response.status, headers });
}
