import { readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { takeUpload } from "./take-upload";
import { currentPerson } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DOCUMENT_MAX_BYTES } from "@/lib/documents/limits";
import type { UploadResult } from "@/lib/documents/upload-result";
import { env } from "@/lib/env";
import { incomingFolder, incomingPath } from "@/lib/storage/incoming";
import { newDraft, pdf } from "@/tests/factories/applications";
import { another } from "@/tests/factories/documents";
import { newExporter, signedIn } from "@/tests/factories/people";

vi.mock("@/lib/auth/current", () => ({ currentPerson: vi.fn() }));

let owner: ExporterViewer;
let applicationId: string;

beforeEach(async () => {
  const made = await newExporter();
  owner = made.owner;
  applicationId = await newDraft(owner, made.exporterId, {}, []);
  vi.mocked(currentPerson).mockResolvedValue(await signedIn(owner.userId));
  await incomingPath();
});
// Whatever was sent, and however it ended.
afterEach(() => {
  vi.restoreAllMocks();
  expect(readdirSync(incomingFolder())).toEqual([]);
});

const standing = () =>
  db().document.findMany({ where: { applicationId, removedAt: null }, orderBy: { name: "asc" } });

// ── Forms by hand ──

const boundary = "----form";
type Part = string | Uint8Array;
const field = (name: string, value: string): Part[] => [
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
];
const file = (name: string, bytes: Uint8Array, fieldName = "files"): Part[] => [
  `--${boundary}\r\ncontent-disposition: form-data; name="${fieldName}"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
  bytes,
  "\r\n",
];
const end: Part[] = [`--${boundary}--\r\n`];
const bytesOf = (parts: readonly Part[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
const kind = field("kind", "invoice");

interface Sending {
  headers?: Record<string, string>;
  body?: ReadableStream<Uint8Array> | Uint8Array;
}

async function send(parts: readonly Part[], { headers = {}, body }: Sending = {}) {
  const bytes = bytesOf(parts);
  const origin = env().PORTAL_URL;
  const back = encodeURIComponent(`/en/applications/${applicationId}/documents`);
  const request = new Request(
    `${origin}/api/applications/${applicationId}/documents?back=${back}`,
    {
      method: "POST",
      body: (body ?? bytes) as BodyInit,
      headers: {
        origin,
        accept: "application/json",
        "content-type": `multipart/form-data; boundary=${boundary}`,
        "content-length": String(bytes.length),
        ...headers,
      },
      duplex: "half",
    } as RequestInit,
  );
  const response = await takeUpload(request, { applicationId });
  const text = await response.text();
  const result = text.startsWith("{") ? (JSON.parse(text) as UploadResult) : null;
  return { status: response.status, result, location: response.headers.get("location") };
}

const whole = (problem: string) => ({ added: 0, failed: [{ problem, name: "" }] });

describe("a form with files", () => {
  it("is taken file by file, the kind before them or after, and the good ones stay", async () => {
    const large = new Uint8Array(DOCUMENT_MAX_BYTES + 1024);
    large.set(pdf);
    const { status, result } = await send([
      ...file("one.pdf", pdf),
      ...file("large.pdf", large),
      ...file("two.pdf", another(pdf, 2)),
      ...file("photo.jpg", another(pdf, 3)),
      ...file("again.pdf", pdf),
      ...file("", new Uint8Array()),
      ...kind,
      ...field("kind", "waybill"),
      ...end,
    ]);
    expect(status).toBe(200);
    expect(result).toEqual({
      added: 2,
      failed: [
        { problem: "tooLarge", name: "large.pdf" },
        { problem: "contentDiffers", name: "photo.jpg" },
        { problem: "duplicate", name: "again.pdf", under: "one.pdf" },
      ],
    });
    expect((await standing()).map((each) => [each.name, each.kind])).toEqual([
      ["one.pdf", "invoice"],
      ["two.pdf", "invoice"],
    ]);
  });

  it.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["..\\..\\boot.pdf", "boot.pdf"],
    ["a\u202Efdp.exe.pdf", "afdp.exe.pdf"],
    ["a\u2066b.pdf", "ab.pdf"],
    ["a\u0000b.pdf", "ab.pdf"],
    ["فاتورة.pdf", "فاتورة.pdf"],
    ["💎 papers.pdf", "💎 papers.pdf"],
    [`${"long ".repeat(60)}.pdf`, /^long .{100,115}\.pdf$/],
  ])("keeps what is called %j under a clean name", async (sent, kept) => {
    expect((await send([...kind, ...file(sent, pdf), ...end])).result?.added).toBe(1);
    const [document] = await standing();
    if (typeof kept === "string") expect(document?.name).toBe(kept);
    else expect(document?.name).toMatch(kept);
  });

  it("leads a browser without script back to its page, with the result", async () => {
    const plain = { headers: { accept: "text/html" } };
    const parts = [...kind, ...file("one.pdf", pdf), ...file("page.html", another(pdf, 1)), ...end];
    const page = `/en/applications/${applicationId}/documents`;
    const mixed = await send(parts, plain);
    expect([mixed.status, mixed.location]).toEqual([
      303,
      `${page}?added=1&problem=typeNotAllowed%3Apage.html#not-added`,
    ]);
    const good = await send([...kind, ...file("b.pdf", another(pdf, 2)), ...end], plain);
    expect(good.location).toBe(`${page}?added=1#files`);
  });

  it("tells an eleventh file, and takes no byte of a twelfth", async () => {
    const eleven = Array.from({ length: 11 }, (_, n) => file(`${n}.pdf`, another(pdf, n))).flat();
    const { result } = await send([...kind, ...eleven, ...end]);
    expect(result).toEqual({ added: 10, failed: [{ problem: "tooMany", name: "10.pdf" }] });
    const unread = new ReadableStream<Uint8Array>(
      {
        pull() {
          throw new Error("somebody reads it");
        },
      },
      { highWaterMark: 0 },
    );
    const twelfth = await send([...kind, ...file("12.pdf", another(pdf, 12)), ...end], {
      body: unread,
    });
    expect([twelfth.status, twelfth.result]).toEqual([409, whole("tooMany")]);
  });

  it.each<[string, string, Part[], Sending?]>([
    ["has no end", "failed", [...kind, ...file("a.pdf", pdf)]],
    ["ends inside a file", "failed", [...kind, ...file("a.pdf", pdf).slice(0, 2)]],
    [
      "ends inside a file that nobody wants",
      "failed",
      [...kind, ...file("a.pdf", pdf, "x").slice(0, 2)],
    ],
    [
      "is another form's",
      "failed",
      [...kind, ...end],
      { headers: { "content-type": "multipart/form-data; boundary=other" } },
    ],
    [
      "has no boundary",
      "failed",
      [...kind, ...end],
      { headers: { "content-type": "multipart/form-data" } },
    ],
    ["is no form", "failed", ["{}"], { headers: { "content-type": "application/json" } }],
    [
      "is larger than any",
      "failed",
      [...kind, ...end],
      { headers: { "content-length": "200000000" } },
    ],
    [
      "has 300 files",
      "failed",
      [...kind, ...Array.from({ length: 300 }, () => file("a.pdf", pdf)).flat(), ...end],
    ],
    [
      "has 50 fields",
      "failed",
      [...Array.from({ length: 50 }, () => kind).flat(), ...file("a.pdf", pdf), ...end],
    ],
    [
      "has a huge field",
      "kind",
      [...field("kind", "x".repeat(5_000_000)), ...file("a.pdf", pdf), ...end],
    ],
    ["has no kind", "kind", [...file("a.pdf", pdf), ...end]],
    ["has no such kind", "kind", [...field("kind", "secret"), ...file("a.pdf", pdf), ...end]],
    ["has no file", "nothing", [...kind, ...file("", new Uint8Array()), ...end]],
    [
      "has its file in another field",
      "nothing",
      [...kind, ...file("a.pdf", pdf, "papers"), ...end],
    ],
    ["has text where a file should be", "nothing", [...kind, ...field("files", "text"), ...end]],
  ])("is refused whole where it %s", async (_, problem, parts, sending) => {
    const { status, result } = await send(parts, sending);
    expect([status, result]).toEqual([400, whole(problem)]);
    expect(await standing()).toEqual([]);
  });

  it("leaves nothing of a sender that goes away", async () => {
    const bytes = bytesOf([...kind, ...file("a.pdf", new Uint8Array(5_000_000))]);
    let chunks = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (chunks < 20)
          controller.enqueue(bytes.subarray(chunks * 65_536, (chunks += 1) * 65_536));
        else controller.error(new Error("aborted"));
      },
    });
    const { status, result } = await send([bytes], { body });
    expect([status, result]).toEqual([400, whole("failed")]);
    expect(await standing()).toEqual([]);
  });
});

describe("who may not", () => {
  it("is told to sign in again, or led there", async () => {
    vi.mocked(currentPerson).mockResolvedValue(null);
    const parts = [...kind, ...file("a.pdf", pdf), ...end];
    const { status, result } = await send(parts);
    expect([status, result]).toEqual([401, whole("session")]);
    const plain = await send(parts, { headers: { accept: "text/html" } });
    expect(plain.location).toBe(`/en/applications/${applicationId}/documents`);
  });

  it("learns nothing of somebody else's, and comes from nowhere else", async () => {
    const parts = [...kind, ...file("a.pdf", pdf), ...end];
    expect((await send(parts, { headers: { origin: "https://a.example" } })).status).toBe(403);
    const { owner: stranger } = await newExporter();
    vi.mocked(currentPerson).mockResolvedValue(await signedIn(stranger.userId));
    const { status, result } = await send(parts);
    expect([status, result]).toEqual([409, whole("locked")]);
    expect(await standing()).toEqual([]);
  });
});

it("takes three of a person at a time, the others when it is their turn", async () => {
  const all = await Promise.all(
    Array.from({ length: 9 }, (_, n) =>
      send([...kind, ...file(`${n}.pdf`, another(pdf, n)), ...end]),
    ),
  );
  expect(all.map(({ result }) => result?.added)).toEqual(Array.from({ length: 9 }, () => 1));
});
