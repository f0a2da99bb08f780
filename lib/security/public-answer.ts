import { env } from "@/lib/env";
import { fixedHeaders } from "@/lib/security/headers";

/** How long whoever stands between may keep an answer that is the same for everybody. */
const seconds = 60;

/** An answer of a handler to everybody, other sites' pages included; no cookie has a part in it. */
export function publicAnswer(
  body: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": status === 200 ? `public, max-age=${seconds}` : "no-store",
      ...fixedHeaders(env().PORTAL_URL),
      "content-security-policy": "default-src 'none'; sandbox",
      "access-control-allow-origin": "*",
      ...headers,
    },
  });
}

/** Says nothing of why. */
export const nothingThere = (): Response => publicAnswer("Not found / Introuvable\n", 404);

/** What never changes: another version has another address. */
export const keptForGood = (content: unknown, mediaType: string): Response =>
  publicAnswer(JSON.stringify(content), 200, {
    "content-type": mediaType,
    "cache-control": "public, max-age=31536000, immutable",
  });

/** What hardly ever changes, as JSON. */
export const keptAnHour = (content: unknown): Response =>
  publicAnswer(JSON.stringify(content), 200, {
    "content-type": "application/json",
    "cache-control": "public, max-age=3600",
  });
