import { expect, test, vi } from "vitest";
import { GET as unknown } from "@/app/api/[...unknown]/route";
import { POST as backchannelLogout } from "@/app/api/auth/backchannel-logout/route";
import { GET as panel, POST as stay } from "@/app/api/auth/session/route";
import { GET as sheet } from "@/app/api/auth/session.css/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as signOut } from "@/app/api/auth/sign-out/route";
import { GET as jwt } from "@/app/api/certificates/[certificateId]/credential/route";
import { GET as pdf } from "@/app/api/certificates/[certificateId]/pdf/route";
import { GET as document } from "@/app/api/documents/[documentId]/route";
import { GET as list } from "@/app/api/exporters/[exporterId]/applications/route";
import { GET as page } from "@/app/api/documents/[documentId]/pages/[page]/route";
import { fixedHeaders } from "@/lib/security/headers";

const portal = "https://permits.example.ca";

vi.mock("@/lib/env", () => ({ env: () => ({ PORTAL_URL: portal }) }));
vi.mock("@/lib/security/readiness", () => ({ databaseAnswers: () => Promise.resolve(false) }));
vi.mock("@/lib/auth/sign-in", () => ({ signInAddress: vi.fn() }));
vi.mock("@/lib/auth/sign-out", () => ({ signOutAddress: vi.fn() }));
vi.mock("@/lib/auth/session-cookie", () => ({ readSessionToken: vi.fn() }));
vi.mock("@/lib/auth/sessions", () => ({ extendSession: vi.fn(), lookAtSession: vi.fn() }));
vi.mock("@/lib/auth/logout-token", () => ({ obeyLogoutToken: vi.fn() }));
vi.mock("@/lib/auth/current", () => ({ currentPerson: vi.fn() }));
vi.mock("@/lib/auth/viewers", () => ({ currentViewers: vi.fn() }));
vi.mock("@/lib/certificates/queries", () => ({
  findCredential: vi.fn(),
  openCertificateDocument: vi.fn(),
}));
vi.mock("@/lib/applications/queries/list-all", () => ({ listAll: vi.fn() }));
vi.mock("@/lib/documents/queries", () => ({ openDocument: vi.fn(), openPage: vi.fn() }));

const get = new Request(portal);
const post = (origin: string) =>
  new Request(portal, { method: "POST", headers: { origin, "content-length": "0" }, body: "" });

// These answer without the proxy: while the database is away, to strangers, and where there is nothing.
test.each<[string, number, () => Response | Promise<Response>]>([
  ["an unknown handler", 404, () => unknown()],
  ["a logout without a token", 400, () => backchannelLogout(post("null"))],
  ["a sign-in from elsewhere", 403, () => signIn(post("https://evil.example"))],
  ["a sign-in", 503, () => signIn(post(portal))],
  ["a sign-out", 503, () => signOut(post(portal))],
  ["an extension from elsewhere", 403, () => stay(post("https://evil.example"))],
  ["an extension", 503, () => stay(post(portal))],
  ["a PDF", 503, () => pdf(get, { params: Promise.resolve({ certificateId: "1" }) })],
  ["a credential", 503, () => jwt(get, { params: Promise.resolve({ certificateId: "1" }) })],
  ["a list", 503, () => list(get, { params: Promise.resolve({ exporterId: "1" }) })],
  ["a document", 503, () => document(get, { params: Promise.resolve({ documentId: "1" }) })],
  ["a page", 503, () => page(get, { params: Promise.resolve({ documentId: "1", page: "1" }) })],
])("%s is answered %i with every header", async (_, status, ask) => {
  const response = await ask();
  expect(response.status).toBe(status);
  const headers = Object.fromEntries(response.headers);
  expect(headers).toMatchObject(fixedHeaders(portal));
  expect(headers["cache-control"]).toMatch(/no-store/);
});

test("only the portal's own pages may frame what they say about the session", async () => {
  const { status, headers } = await panel(new Request(`${portal}/api/auth/session`));
  expect(status).toBe(503);
  const all = Object.fromEntries(headers);
  expect(all).toMatchObject({ ...fixedHeaders(portal), "x-frame-options": "SAMEORIGIN" });
  expect(all["content-security-policy"]).toMatch(/^default-src 'none'; .*frame-ancestors 'self'$/);
  expect(all["cache-control"]).toMatch(/no-store/);
});

test.each([
  ["warn=1080&end=1200", "1080s", "1200s"],
  ["warn=}body{color:red&end=-1", "0s", "0s"],
  ["warn=1e9", "0s", "0s"],
])("the sheet of %s holds two numbers and nothing else", async (search, warn, end) => {
  const response = sheet(new Request(`${portal}/api/auth/session.css?${search}`));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    ...fixedHeaders(portal),
    "content-type": "text/css; charset=utf-8",
  });
  expect(await response.text()).toBe(`:root { --session-warn: ${warn}; --session-end: ${end}; }\n`);
});
