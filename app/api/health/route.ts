import { env } from "@/lib/env";
import { fixedHeaders } from "@/lib/security/headers";
import { health } from "@/lib/security/health";

/** For whoever watches over the portal; says nothing that a stranger may not know. */
export async function GET(): Promise<Response> {
  const found = await health();
  return Response.json(found, {
    status: found.database === "ok" ? 200 : 503,
    headers: { ...fixedHeaders(env().PORTAL_URL), "cache-control": "no-store" },
  });
}
