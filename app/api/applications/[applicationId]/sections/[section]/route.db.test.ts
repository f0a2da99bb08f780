import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "./route";
import { findApplication } from "@/lib/applications/queries/find";
import { currentPerson } from "@/lib/auth/current";
import { findKept } from "@/lib/auth/kept-text";
import { readSessionToken } from "@/lib/auth/session-cookie";
import { endSession, startSession } from "@/lib/auth/sessions";
import type { ExporterViewer, Viewer } from "@/lib/auth/viewer";
import type { AutosaveAnswer } from "@/lib/forms/autosave";
import { env } from "@/lib/env";
import { newDraft } from "@/tests/factories/applications";
import {
  newExporter,
  newOfficer,
  newPerson,
  newRepresentative,
  signedIn,
} from "@/tests/factories/people";
import { newProof } from "@/tests/factories/proof";

vi.mock("@/lib/auth/current", () => ({ currentPerson: vi.fn() }));
vi.mock("@/lib/auth/session-cookie", () => ({ readSessionToken: vi.fn() }));

let owner: ExporterViewer;
let exporterId: string;
let id: string;

beforeAll(async () => {
  const made = await newExporter();
  ({ owner, exporterId } = made);
  id = await newDraft(owner, exporterId);
});

const delivery = async () => (await findApplication(owner, id))?.answers.delivery?.to;

interface Sending {
  viewer: Viewer | null;
  fields?: Record<string, string>;
  section?: string;
  origin?: string | null;
  person?: string;
}

async function send({
  viewer,
  fields = { to: "exporter", base: '{"to":"applicant"}' },
  section = "delivery",
  ...how
}: Sending) {
  vi.mocked(currentPerson).mockResolvedValue(viewer ? await signedIn(viewer.userId) : null);
  const { origin = env().PORTAL_URL, person = viewer?.userId ?? owner.userId } = how;
  const body = new URLSearchParams(fields).toString();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
    ...(origin === null ? {} : { origin }),
  };
  const address = `${env().PORTAL_URL}/api/applications/${id}/sections/${section}?locale=fr&person=${person}`;
  const request = new Request(address, { method: "POST", body, headers });
  const response = await POST(request, { params: Promise.resolve({ applicationId: id, section }) });
  const text = await response.text();
  const answer = text.startsWith("{") ? (JSON.parse(text) as AutosaveAnswer) : null;
  return { status: response.status, answer };
}

describe("a section that saves itself", () => {
  it("is saved for whoever may prepare it, and says when", async () => {
    const { status, answer } = await send({ viewer: owner });
    expect([status, answer?.ok]).toEqual([200, true]);
    expect(answer?.ok && answer.at).toMatch(/^\d\d\u00A0h\u00A0\d\d$/);
    expect(await delivery()).toBe("exporter");
  });

  it("goes on from what its page shows, and tells of what is stored beside it", async () => {
    const seen = JSON.stringify({ destination: "AE" });
    const mine = { destination: "IL", "consignee.name": "Mine", base: seen, version: "1" };
    const first = await send({ viewer: owner, section: "consignee", fields: mine });
    expect(first.answer?.ok && first.answer.fields["base"]).toContain("Mine");
    const later = { ...mine, ...(first.answer?.ok ? first.answer.fields : {}), destination: "CN" };
    const second = await send({ viewer: owner, section: "consignee", fields: later });
    expect(second.answer).toMatchObject({ ok: true, theirs: true });
  });

  it("is not saved for anybody else", async () => {
    const before = await delivery();
    const { owner: stranger } = await newExporter();
    const reader = await newRepresentative(exporterId, ["view"]);
    const officer = await newOfficer("reviewer");
    for (const viewer of [stranger, reader, officer, await newPerson()]) {
      const { status, answer } = await send({ viewer, fields: { to: "applicant" } });
      expect([status, answer]).toEqual([409, { ok: false, why: "refused" }]);
    }
    const nobody = await send({ viewer: null, fields: { to: "applicant" } });
    expect([nobody.status, nobody.answer]).toEqual([409, { ok: false, why: "session" }]);
    const helper = await newRepresentative(exporterId);
    const other = { viewer: helper, person: owner.userId, fields: { to: "applicant" } };
    expect((await send(other)).answer).toEqual({ ok: false, why: "person" });
    expect(await delivery()).toBe(before);
  });

  it("is kept for whoever's session has ended, until it is saved", async () => {
    const token = randomUUID();
    await startSession(token, owner.userId, new Date(Date.now() + 60_000), newProof());
    await endSession(token);
    vi.mocked(readSessionToken).mockResolvedValue(token);
    const fields = { to: "applicant", base: '{"to":"exporter"}', version: "1" };
    const kept = () => findKept(owner, `/applications/${id}/delivery`);
    await send({ viewer: null, fields, person: randomUUID() });
    expect(await kept()).toBeNull();
    const { answer } = await send({ viewer: null, fields });
    expect(answer).toEqual({ ok: false, why: "session" });
    expect(await kept()).toMatchObject({ locale: "fr", values: fields });
    expect((await send({ viewer: owner, fields })).status).toBe(200);
    expect(await kept()).not.toBeNull();
    await send({ viewer: owner, fields: { ...fields, kept: "yes" } });
    expect(await kept()).toBeNull();
    await send({ viewer: owner });
  });

  it("comes from the portal's own pages, of a section with answers, and is not endless", async () => {
    const before = await delivery();
    for (const origin of ["https://elsewhere.example", null]) {
      expect((await send({ viewer: owner, origin, fields: { to: "applicant" } })).status).toBe(403);
    }
    for (const section of ["documents", "summary", "toString", "__proto__"]) {
      expect((await send({ viewer: owner, section })).answer).toEqual({
        ok: false,
        why: "refused",
      });
    }
    const long = { to: "applicant", base: "x".repeat(500_000) };
    expect((await send({ viewer: owner, fields: long })).answer?.ok).toBe(false);
    expect(await delivery()).toBe(before);
  });

  it("bears whatever is said of what its page was drawn from", async () => {
    const hostile = [
      '{"__proto__":{"to":"x"}}',
      "[]",
      "null",
      '"',
      '{"to":{"to":1}}',
      '{"constructor":"x","toString":"y"}',
      '{"since":1,"fields":{"__proto__.to":{"base":null,"mine":"x","theirs":"y"}}}',
    ];
    for (const text of hostile) {
      const fields = { to: "applicant", base: text, clashes: text, version: "1e9" };
      const { status } = await send({ viewer: owner, fields });
      expect(status, text).toBe(200);
    }
    const intoPrototype = {
      since: 1,
      fields: { "origins[__proto__].id": { base: "x", mine: "x", theirs: "x" } },
    };
    const fields = { base: '{"origins":"x"}', clashes: JSON.stringify(intoPrototype) };
    expect((await send({ viewer: owner, section: "origin", fields })).status).toBe(200);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(["applicant", "exporter"]).toContain(await delivery());
  });
});
