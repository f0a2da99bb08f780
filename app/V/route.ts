import { readFile } from "node:fs/promises";
import { env } from "@/lib/env";
import { checkPageHeaders } from "@/lib/security/check-page-headers";
import { fixedHeaders } from "@/lib/security/headers";

/**
 * The check page, the same for everybody: what is behind # in its address never comes here. It needs neither the
 * database nor a session, and sets no cookie.
 */
export async function GET(): Promise<Response> {
  return new Response(await readFile("verifier/page.html"), {
    headers: {
      ...fixedHeaders(env().PORTAL_URL),
      ...checkPageHeaders,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
    },
  });
}
