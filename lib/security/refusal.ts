/** Headers that only the framework may set on its own inner requests; from outside they are an attack. */
const inner = ["x-middleware-subrequest", "x-middleware-rewrite", "x-middleware-next"];

/**
 * Coarse refusals before any page: a change must come from the portal's own pages. Browsers always
 * send Origin or Sec-Fetch-Site with a POST; a request with neither, or with another site's, is not
 * one of ours.
 */
export function refusal(
  method: string,
  headers: Headers,
  portalUrl: string,
): { status: number; text: string } | null {
  if (inner.some((name) => headers.has(name))) return { status: 400, text: "Bad request" };
  if (["GET", "HEAD", "OPTIONS"].includes(method)) {
    return headers.has("next-action") ? { status: 400, text: "Bad request" } : null;
  }
  if (method !== "POST") return { status: 405, text: "Method not allowed" };
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const fromHere = origin === null ? site === "same-origin" : origin === new URL(portalUrl).origin;
  return fromHere
    ? null
    : { status: 403, text: "Forbidden: this request does not come from the portal" };
}
