import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/documents/[documentId]/pages/[page]/route";
import { currentPerson } from "@/lib/auth/current";
import type { ExporterViewer, OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { addDocument, removeDocument } from "@/lib/documents/commands";
import { env } from "@/lib/env";
import type * as environment from "@/lib/env";
import { now } from "@/lib/clock";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import { newDraft, submit } from "@/tests/factories/applications";
import { pdfOf } from "@/tests/factories/document-files";
import { cameIn } from "@/tests/factories/documents";
import { newExporter, newOfficer, signedIn } from "@/tests/factories/people";

vi.mock("@/lib/auth/current", () => ({ currentPerson: vi.fn() }));
vi.mock("next-intl/server", () => ({
  getTranslations: ({ locale, namespace }: { locale: "en" | "fr"; namespace: "office.viewer" }) =>
    Promise.resolve(createTranslator({ locale, messages: { en, fr }[locale], namespace })),
}));
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof environment>();
  return { ...real, env: () => ({ ...real.env(), PORTAL_URL: "https://permits.example.ca" }) };
});

const hostile = `"><script>alert(1)</script>'&.txt`;
const named = {
  "invoice.pdf": pdfOf(["Total 4,998.75 ct", "Seal <b>NT-0048815</b>"]),
  "damaged.pdf": pdfOf(["Nobody reads this"]),
  [hostile]: Buffer.from("Seal </pre><b>NT</b> & </main>"),
  "scan.tif": readFileSync("tests/files/pages/scan.tif"),
  "letter.docx": readFileSync("tests/files/pages/invoice.docx"),
} as const;
type Name = keyof typeof named;

let owner: ExporterViewer;
let reviewer: OfficerViewer;
let application: string;
const ids = new Map<string, string>();
const idOf = (name: Name) => ids.get(name) ?? "";

async function attach(name: string, content: Uint8Array): Promise<string> {
  const matter = { applicationId: application };
  const added = await addDocument(owner, matter, "other", await cameIn(name, content));
  if (!added.ok) throw new Error(`${name}: ${added.error}`);
  return added.value.documentId;
}

beforeAll(async () => {
  const made = await newExporter();
  owner = made.owner;
  application = await newDraft(owner, made.exporterId, undefined, ["import_certificate"]);
  for (const [name, content] of Object.entries({
    ...named,
    "photo.jpg": await sharp({
      create: { width: 64, height: 48, channels: 3, background: "#fff" },
    })
      .jpeg()
      .toBuffer(),
  })) {
    ids.set(name, await attach(name, content));
  }
  // No such file is taken: its bytes were damaged where they are kept.
  const { key } = await db().document.findUniqueOrThrow({ where: { id: idOf("damaged.pdf") } });
  writeFileSync(path.join(env().STORAGE_DIR, key.slice(0, 2), key), "%PDF-1.7");
  const taken = await attach("taken-off.txt", Buffer.from("Taken off before it was sent"));
  expect(await removeDocument(owner, { applicationId: application }, taken)).toMatchObject({
    ok: true,
  });
  ids.set("taken-off.txt", taken);
  reviewer = await newOfficer("reviewer");
});

const viewed = async () =>
  (
    await db().event.findMany({
      where: { applicationId: application, kind: "document.read" },
      orderBy: { id: "asc" },
    })
  ).map(({ actorId, data }) => ({ actorId, ...(data as object) }));

async function look(viewer: Viewer | null, documentId: string, page = "1", search = "") {
  const person = viewer && (await signedIn(viewer.userId));
  vi.mocked(currentPerson).mockResolvedValue(person);
  const address = `https://permits.example.ca/api/documents/${documentId}/pages/${page}?${search}`;
  const params = Promise.resolve({ documentId, page });
  const response = await GET(new Request(address), { params });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

describe("before the application is submitted", () => {
  it("nobody of the office sees a page", async () => {
    expect(await look(reviewer, idOf("invoice.pdf"))).toMatchObject({ status: 404 });
  });
});

describe("of a submitted application", () => {
  let before = 0;
  beforeAll(async () => {
    expect(await submit(owner, application)).toMatchObject({ ok: true });
  });
  beforeEach(async () => {
    before = (await viewed()).length;
  });
  const newlyViewed = async () => (await viewed()).slice(before);

  it("an officer sees the page that they ask for, drawn, and each view is recorded once", async () => {
    const documentId = idOf("invoice.pdf");
    const { status, headers, html } = await look(reviewer, documentId, "2");
    expect(status).toBe(200);
    expect(html).toContain(`alt="Page 2 of 2 of invoice.pdf; its text is below"`);
    expect(html).toContain("<details><summary>Text of this page</summary>");
    expect(html).toContain("Seal &#60;b&#62;NT-0048815&#60;/b&#62;");
    expect(html).toContain(`href="/api/documents/${documentId}/pages/1?locale=en" rel="prev"`);
    expect(html).toContain(`href="/en/office/documents/${documentId}?page=2" target="_blank"`);
    expect(html).toContain(`<a href="/api/documents/${documentId}">Download</a>`);
    expect(html).not.toContain('rel="next"');
    const webp = Buffer.from(/data:image\/webp;base64,([^"]+)/.exec(html)?.[1] ?? "", "base64");
    expect(webp.subarray(8, 12).toString()).toBe("WEBP");
    expect(await newlyViewed()).toEqual([{ actorId: reviewer.userId, documentId, page: 2 }]);

    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; img-src data:; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
  });

  it("speaks French, turns and enlarges, and keeps that from page to page", async () => {
    const search = "locale=fr&size=large&turns=1&alone=1";
    const { html } = await look(reviewer, idOf("invoice.pdf"), "1", search);
    expect(html).toContain(`<html lang="fr-CA">`);
    expect(html).toContain(">Page suivante</a>");
    const next = search.replaceAll("&", "&#38;");
    expect(html).toContain(`/pages/2?${next}" rel="next"`);
    expect(html).toContain("turns=2");
    expect(html).not.toContain("_blank");
    expect(html).toMatch(/width="3\d{3}" height="2\d{3}"/);
  });

  it("a scan and a photograph say that their text could not be read", async () => {
    const scan = await look(reviewer, idOf("scan.tif"), "2");
    expect(scan.html).toContain(
      `alt="Page 2 of 2 of scan.tif; a picture, its text could not be read"`,
    );
    expect(scan.html).not.toContain("<details>");
    const photo = await look(reviewer, ids.get("photo.jpg") ?? "");
    expect(photo.html).toContain(`width="64" height="48"`);
  });

  it("a text is text, whatever is in it or in its name", async () => {
    const { status, html } = await look(reviewer, idOf(hostile));
    expect(status).toBe(200);
    expect(html).toContain(
      "<pre>Seal &#60;/pre&#62;&#60;b&#62;NT&#60;/b&#62; &#38; &#60;/main&#62;</pre>",
    );
    expect(html).not.toMatch(/<script|<img|<b>/);
  });

  it("what cannot be shown is offered to be downloaded, and was not read", async () => {
    const letter = await look(reviewer, idOf("letter.docx"));
    expect(letter).toMatchObject({ status: 200 });
    expect(letter.html).toContain("Files of this kind cannot be shown here.");
    expect(letter.html).toContain(">Download</a>");
    const damaged = await look(reviewer, idOf("damaged.pdf"));
    expect(damaged.html).toContain("the file may be damaged");
    const after = await look(reviewer, idOf("invoice.pdf"), "3");
    expect(after).toMatchObject({ status: 404 });
    expect(after.html).toContain("This document has no such page.");
    expect(await newlyViewed()).toEqual([]);
  });

  it.each([
    ["0", ""],
    ["1e3", ""],
    ["-1", ""],
    ["1", "size=huge"],
    ["1", "turns=9"],
  ])("there is no page %s?%s", async (page, search) => {
    expect(await look(reviewer, idOf("invoice.pdf"), page, search)).toMatchObject({ status: 404 });
  });

  it("those who sent it, strangers and nobody get the same as for what never was", async () => {
    const { owner: stranger } = await newExporter();
    const never = await look(reviewer, "019ac000-0000-7000-8000-000000000000");
    expect(never.status).toBe(404);
    for (const viewer of [owner, stranger, null]) {
      expect(await look(viewer, idOf("invoice.pdf"))).toMatchObject({
        status: 404,
        html: never.html,
      });
    }
    expect(await look(reviewer, ids.get("taken-off.txt") ?? "")).toMatchObject({ status: 404 });
    expect(await newlyViewed()).toEqual([]);
  });

  it("nobody sees another page once they are no officer any more", async () => {
    const leaving = await newOfficer("auditor");
    expect(await look(leaving, idOf("invoice.pdf"))).toMatchObject({ status: 200 });
    vi.mocked(currentPerson).mockResolvedValue({
      ...(await signedIn(leaving.userId)),
      roles: [],
    });
    const params = Promise.resolve({ documentId: idOf("invoice.pdf"), page: "1" });
    expect((await GET(new Request("https://permits.example.ca"), { params })).status).toBe(404);
  });

  it("what was sent stays to be seen after it was taken off", async () => {
    await db().document.update({
      where: { id: idOf("invoice.pdf") },
      data: { removedAt: now() },
    });
    expect(await look(reviewer, idOf("invoice.pdf"))).toMatchObject({ status: 200 });
  });

  it("twenty pages that are asked for at once all come", async () => {
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        look(reviewer, idOf("invoice.pdf"), String(1 + (at % 2))),
      ),
    );
    expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(await newlyViewed()).toHaveLength(20);
  });
});
