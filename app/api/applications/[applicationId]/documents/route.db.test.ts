import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/applications/[applicationId]/documents/route";
import { currentPerson } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { findApplication } from "@/lib/applications/queries/find";
import type * as environment from "@/lib/env";
import { newDraft, pdf } from "@/tests/factories/applications";
import { newExporter, signedIn } from "@/tests/factories/people";

vi.mock("@/lib/auth/current", () => ({ currentPerson: vi.fn() }));
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof environment>();
  const more = { PORTAL_URL: "https://permits.example.ca" };
  return { ...real, env: () => ({ ...real.env(), ...more }) };
});

let owner: ExporterViewer;
let draft: string;

beforeAll(async () => {
  const made = await newExporter();
  owner = made.owner;
  draft = await newDraft(owner, made.exporterId);
});

const documents = async () => (await findApplication(owner, draft))?.documents.length;

async function press(
  viewer: ExporterViewer,
  count: number,
  headers: Record<string, string> = {},
): Promise<{ query: URLSearchParams; read: boolean; status: number }> {
  vi.mocked(currentPerson).mockResolvedValue(await signedIn(viewer.userId));
  const form = new FormData();
  form.set("kind", "other");
  for (let i = 0; i < count; i += 1) form.append("files", new File([pdf], `paper ${i}.pdf`));
  const plain = new Response(form);
  const type = plain.headers.get("content-type") ?? "";
  const body = await plain.arrayBuffer();
  const request = new Request(`https://permits.example.ca/api/applications/${draft}/documents`, {
    method: "POST",
    body,
    headers: {
      origin: "https://permits.example.ca",
      "content-type": type,
      "content-length": String(body.byteLength),
      ...headers,
    },
  });
  const response = await POST(request, { params: Promise.resolve({ applicationId: draft }) });
  const location = response.headers.get("location") ?? "";
  const query = new URL(location || "/", "https://permits.example.ca").searchParams;
  return { query, read: request.bodyUsed, status: response.status };
}

describe("files sent to an application", () => {
  it("are added by somebody who may", async () => {
    const before = (await documents()) ?? 0;
    const { query, status } = await press(owner, 1);
    expect([status, query.get("added"), query.get("problem")]).toEqual([303, "1", null]);
    expect(await documents()).toBe(before + 1);
  });

  it("are not even read from anybody else", async () => {
    const { owner: stranger } = await newExporter();
    const { query, read } = await press(stranger, 1);
    expect([query.get("problem"), read]).toEqual(["locked:", false]);
  });

  it.each(["none", "160000000"])(
    "are not read where their length is given as %j",
    async (length) => {
      const { query, read } = await press(owner, 1, { "content-length": length });
      expect([query.get("problem"), read]).toEqual(["failed:", false]);
    },
  );

  it("are not looked into when there are far too many", async () => {
    const before = await documents();
    const { query } = await press(owner, 21);
    expect(query.getAll("problem")).toEqual(["failed:"]);
    expect(await documents()).toBe(before);
  });

  it("are refused from another site's page", async () => {
    const { status, read } = await press(owner, 1, { origin: "https://evil.example" });
    expect([status, read]).toEqual([403, false]);
  });
});
