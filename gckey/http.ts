import type { IncomingMessage, ServerResponse } from "node:http";

const largestForm = 8 * 1024;

/** Thrown for a form that is not ours to read. */
export class BadForm extends Error {}

/** The fields of a posted form. Refuses other types, large bodies and forms sent by another site. */
export async function readForm(request: IncomingMessage, origin: string): Promise<URLSearchParams> {
  const { "content-type": type = "", origin: from, "sec-fetch-site": site } = request.headers;
  if (from !== undefined && from !== origin) throw new BadForm("Sent by another site.");
  if (site !== undefined && site !== "same-origin") throw new BadForm("Sent by another site.");
  if (!type.startsWith("application/x-www-form-urlencoded")) throw new BadForm("Not a form.");
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestForm) throw new BadForm("Too large.");
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}

export function readCookies(request: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (request.headers.cookie ?? "").split(/;\s*/).filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );
}

/** What every answer says to the browser. */
export function setSecurityHeaders(response: ServerResponse, portalOrigin: string): void {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    // The one script: a checklist that follows the typing.
    "script-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    // The last form's answer leads back to the portal.
    `form-action 'self' ${portalOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  response.setHeader("Content-Security-Policy", policy.join("; "));
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cache-Control", "no-store");
  // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
  response.setHeader("Referrer-Policy", "same-origin");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
}

export function sendPage(
  response: ServerResponse,
  body: string,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", ...headers });
  response.end(body);
}

/** Text that the browser saves under a name. */
export function sendFile(response: ServerResponse, name: string, text: string): void {
  response.writeHead(200, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}"`,
  });
  response.end(text);
}

export function seeOther(response: ServerResponse, address: string): void {
  response.writeHead(303, { Location: address, "Content-Length": "0" });
  response.end();
}
