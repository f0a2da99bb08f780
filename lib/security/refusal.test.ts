import { expect, test } from "vitest";
import { refusal } from "@/lib/security/refusal";

const portal = "https://permits.example.ca";

test.each<[string, Record<string, string>, number | null]>([
  ["GET", {}, null],
  ["GET", { "x-middleware-subrequest": "proxy:proxy:proxy" }, 400],
  ["GET", { "next-action": "7f" }, 400],
  ["POST", { origin: portal }, null],
  ["POST", { "sec-fetch-site": "same-origin" }, null],
  ["POST", {}, 403],
  ["POST", { origin: "null" }, 403],
  ["POST", { origin: "https://evil.example" }, 403],
  ["POST", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }, 403],
  ["POST", { "sec-fetch-site": "cross-site" }, 403],
  ["PUT", { origin: portal }, 405],
])("%s with %o is answered %s", (method, headers, status) => {
  expect(refusal(method, new Headers(headers), portal)?.status ?? null).toBe(status);
});
