import "server-only";
import { env } from "@/lib/env";
import { fixedHeaders } from "@/lib/security/headers";

/**
 * A file to whoever may have it, or the words instead of it: kept by no cache, and nothing in it can
 * load or run. `headers` win over those set here.
 */
export function privateAnswer(
  body: string | ReadableStream<Uint8Array>,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(body, {
    status,
    headers: {
      ...fixedHeaders(env().PORTAL_URL),
      "content-type": "text/plain; charset=utf-8",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      ...headers,
    },
  });
}

/** A PDF that the portal has made, to keep. */
export function privatePdf({
  name,
  size,
  stream,
}: {
  name: string;
  size: number;
  stream: ReadableStream<Uint8Array>;
}): Response {
  return privateAnswer(stream, 200, {
    "content-type": "application/pdf",
    "content-length": String(size),
    "content-disposition": `attachment; filename="${name}"`,
  });
}

/** The same to everybody who may not have it as for what never was. */
export function notFoundAnswer(headers: Readonly<Record<string, string>> = {}): Response {
  return privateAnswer("Not found / Introuvable", 404, headers);
}
