import { env } from "@/lib/env";
import { fixedHeaders } from "@/lib/security/headers";

/** No such address. Without this, "api" would be taken for a language. */
function unknown(): Response {
  return new Response("Not found / Introuvable", {
    status: 404,
    headers: {
      ...fixedHeaders(env().PORTAL_URL),
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-store",
    },
  });
}

export { unknown as GET, unknown as POST, unknown as PUT, unknown as PATCH, unknown as DELETE };
