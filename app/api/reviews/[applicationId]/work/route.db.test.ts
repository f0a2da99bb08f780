import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "./route";
import { currentPerson } from "@/lib/auth/current";
import type { OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import type { AutosaveAnswer } from "@/lib/forms/autosave";
import { claim } from "@/lib/reviews/commands/claim";
import { findReview } from "@/lib/reviews/queries/find-review";
import { findWork } from "@/lib/reviews/queries/find-work";
import { newSubmitted } from "@/tests/factories/applications";
import { newExporter, newOfficer, signedIn } from "@/tests/factories/people";

vi.mock("@/lib/auth/current", () => ({ currentPerson: vi.fn() }));
vi.mock("@/lib/auth/session-cookie", () => ({ readSessionToken: vi.fn() }));

let owner: Viewer;
let nora: OfficerViewer;
let id: string;

beforeAll(async () => {
  const made = await newExporter();
  ({ owner } = made);
  nora = await newOfficer("reviewer");
  id = await newSubmitted(made.owner, made.exporterId);
  await claim(nora, id);
});

async function stored() {
  const review = await findReview(nora, id);
  if (!review) throw new Error("no review");
  return findWork(nora, review);
}

async function send(
  viewer: Viewer | null,
  fields: Record<string, string>,
  { origin = env().PORTAL_URL, person = viewer?.userId ?? nora.userId, to = id } = {},
) {
  vi.mocked(currentPerson).mockResolvedValue(viewer ? await signedIn(viewer.userId) : null);
  const body = new URLSearchParams({ submission: "1", ...fields }).toString();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
    origin,
  };
  const address = `${env().PORTAL_URL}/api/reviews/${to}/work?locale=fr&person=${person}`;
  const request = new Request(address, { method: "POST", body, headers });
  const response = await POST(request, { params: Promise.resolve({ applicationId: to }) });
  const text = await response.text();
  const answer = text.startsWith("{") ? (JSON.parse(text) as AutosaveAnswer) : null;
  return { status: response.status, answer };
}

describe("a workspace that saves itself", () => {
  it("is refused to everybody but the file’s holder, and from elsewhere", async () => {
    const fields = { carats: "1,00", version: "0" };
    const samir = await newOfficer("reviewer");
    for (const [viewer, why] of [
      [null, "session"],
      [owner, "refused"],
      [samir, "refused"],
      [await newOfficer("signatory"), "refused"],
      [await newOfficer("auditor"), "refused"],
    ] as const) {
      expect(await send(viewer, fields)).toEqual({ status: 409, answer: { ok: false, why } });
    }
    expect((await send(nora, fields, { person: samir.userId })).answer).toMatchObject({
      why: "person",
    });
    expect((await send(nora, fields, { origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await send(nora, fields, { to: "nonsense" })).answer).toMatchObject({ why: "refused" });
    expect(await stored()).toMatchObject({ version: 0, saved: null });
  });

  it("keeps figures as the language of the page writes them and goes on by version", async () => {
    const first = await send(nora, { carats: "1 234,50", version: "0" });
    expect(first.answer).toMatchObject({ ok: true, fields: { version: "1" }, theirs: false });
    expect((await stored()).work).toEqual({ carats: "1234.50" });
    // Of another window, which saw nothing of it.
    const other = await send(nora, { carats: "9,00", usd: "2,00", version: "0" });
    expect(other.answer).toMatchObject({ ok: true, fields: {}, clash: { by: nora.name } });
    expect((await stored()).work).toEqual({ carats: "1234.50", usd: "2.00" });
  });
});
