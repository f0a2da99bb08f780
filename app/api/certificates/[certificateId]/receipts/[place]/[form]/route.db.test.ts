import { beforeEach, expect, it, vi } from "vitest";
import { GET } from "@/app/api/certificates/[certificateId]/receipts/[place]/[form]/route";
import type { Viewer } from "@/lib/auth/viewer";
import { confirmImport } from "@/lib/certificates/commands/confirm-import";
import { Pool } from "@/lib/documents/process/pool";
import { asCertified, askedToConfirm, newCertificate } from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";

let viewer: Viewer;
vi.mock("@/lib/auth/viewers", () => ({ currentViewers: () => Promise.resolve([viewer]) }));
// Whom a file was not given is noted of a person who is signed in: here there is no session.
vi.mock("@/lib/auth/current", () => ({ currentPerson: () => Promise.resolve(null) }));
beforeEach(() => vi.restoreAllMocks());

it("is tried again later where the letter cannot be drawn in time, and the signed data are there meanwhile", async () => {
  const { owner, exporterId } = await newExporter();
  const { certificateId } = await newCertificate(owner, exporterId);
  const token = await askedToConfirm(await newOfficer("reviewer"), certificateId);
  expect((await confirmImport(token, await asCertified(certificateId))).ok).toBe(true);
  viewer = owner;
  const receipt = (form: string) =>
    GET(new Request("http://localhost/"), {
      params: Promise.resolve({ certificateId, place: "1", form }),
    });
  vi.spyOn(Pool.prototype, "run").mockResolvedValue({ ok: false, error: "unchecked" });
  const busy = await receipt("pdf");
  expect(busy.status).toBe(503);
  expect(busy.headers.get("retry-after")).toBe("10");
  expect((await receipt("jwt")).status).toBe(200);
});
