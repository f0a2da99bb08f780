import { obeyLogoutToken } from "@/lib/auth/logout-token";
import { env } from "@/lib/env";
import { fixedHeaders } from "@/lib/security/headers";

const largest = 16 * 1024;

/** The credential provider tells that a session has ended there. Its signed token is the proof. */
export async function POST(request: Request): Promise<Response> {
  const headers = { ...fixedHeaders(env().PORTAL_URL), "cache-control": "no-store" };
  // Refused unread: anybody can send something here.
  const readable = Number(request.headers.get("content-length") ?? Infinity) <= largest;
  const token = readable ? new URLSearchParams(await request.text()).get("logout_token") : null;
  const outcome = token ? await obeyLogoutToken(token) : null;
  if (outcome?.ok) return new Response(null, { status: 200, headers });
  return Response.json({ error: "invalid_request" }, { status: 400, headers });
}
