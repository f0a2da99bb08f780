import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { documentExtensions } from "@/lib/documents/limits";
import { newDraft, pdf } from "@/tests/factories/applications";
import { another } from "@/tests/factories/documents";
import { newExporter } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import { plain } from "./support/mails";
import { labelled, wordsOf } from "./support/words";

/* Documents come in: each file by itself, with its progress, and what could not be added beside its name. */

const paper = (name: string, n: number, buffer = Buffer.from(another(pdf, n))) => ({
  name,
  mimeType: "application/pdf",
  buffer,
});

const pageOf = (locale: "en" | "fr", id: string) =>
  locale === "en" ? `/en/applications/${id}/documents` : `/fr/demandes/${id}/pieces`;

async function newPage(
  openFor: (person: { userId: string }) => Promise<Page>,
  locale: "en" | "fr",
) {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId, undefined, []);
  const page = await openFor(owner);
  await page.goto(pageOf(locale, id));
  const names = async () => {
    const where = { applicationId: id, removedAt: null };
    return (await db().document.findMany({ where, orderBy: { name: "asc" } })).map((d) => d.name);
  };
  return { id, page, names };
}

const rowOf = (page: Page, name: string) => page.locator(".files > li").filter({ hasText: name });

/** What somebody drags from their desktop onto the area. */
async function drop(page: Page, files: readonly { name: string; buffer: Buffer }[]) {
  const given = files.map(({ name, buffer }) => ({ name, bytes: buffer.toString("base64") }));
  const dragged = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of all) {
      const content = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
      transfer.items.add(new File([content], name, { type: "application/pdf" }));
    }
    return transfer;
  }, given);
  const area = page.locator(".drop");
  await area.dispatchEvent("dragover", { dataTransfer: dragged });
  await expect(page.locator(".uploads.is-over")).toBeVisible();
  await area.dispatchEvent("drop", { dataTransfer: dragged });
}

for (const [locale, width] of [
  ["en", 1280],
  ["fr", 320],
] as const) {
  test(`files are dropped, sent one by one, stopped and sent again, ${locale}`, async ({
    openFor,
  }) => {
    const t = wordsOf(locale);
    const { page, names } = await newPage(openFor, locale);
    await page.setViewportSize({ width, height: 900 });
    const chosen = page.getByLabel(labelled(t("documents.files")));
    const kind = page.getByRole("combobox", { name: labelled(t("documents.kind")) });
    const press = () => page.getByRole("button", { name: t("documents.upload") }).click();
    const status = page.getByRole("status");
    const requests: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") requests.push(request.url());
    });

    // The limits come first, and the kind that is missing is proposed.
    await expect(chosen).toHaveAccessibleDescription(new RegExp(documentExtensions.join(", ")));
    await expect(kind).toHaveValue("invoice");
    await drop(page, [paper("one.pdf", 1), paper("two.pdf", 2)]);
    expect(requests).toEqual([]);
    await press();
    await expect(status).toContainText(plain(t("documents.added", { count: 2 })));
    await expect(page.getByRole("link", { name: "two.pdf" })).toBeVisible();
    expect(await names()).toEqual(["one.pdf", "two.pdf"]);
    expect(requests).toHaveLength(2);
    await expect(kind).toHaveValue("");
    const need = page.locator("#invoice");
    await expect(need).toContainText(t("documents.attached"));

    // Seen before anything is sent.
    await kind.selectOption("waybill");
    const large = Buffer.alloc(15 * 1024 * 1024 + 1, "%PDF-1.7\n");
    await chosen.setInputFiles([
      paper("large.pdf", 0, large),
      paper("page.html", 0),
      paper("empty.pdf", 0, Buffer.alloc(0)),
    ]);
    await press();
    const summary = page.locator(".error-summary");
    await expect(summary).toBeFocused();
    for (const [name, problem] of [
      ["large.pdf", "tooLarge"],
      ["page.html", "typeNotAllowed"],
      ["empty.pdf", "empty"],
    ] as const) {
      await expect(rowOf(page, name)).toContainText(plain(t(`documents.problems.${problem}`)));
      await expect(summary).toContainText(name);
    }
    expect(requests).toHaveLength(2);
    await expect(page).toHaveTitle(new RegExp(`^${t("form.error")}`));
    await expectAccessible(page);
    await summary.getByRole("link", { name: /large\.pdf/ }).press("Enter");
    await expect(rowOf(page, "large.pdf")).toBeFocused();
    await rowOf(page, "large.pdf").getByRole("button").press("Enter");
    await expect(rowOf(page, "large.pdf")).toHaveCount(0);

    // Found out by the portal: the same file, and one that is not what it says.
    await chosen.setInputFiles([
      paper("one again.pdf", 1),
      paper("three.pdf", 3),
      paper("bad.pdf", 0, Buffer.from("no")),
    ]);
    await kind.selectOption("invoice");
    await press();
    const twice = t("documents.problems.duplicate", { under: "one.pdf" });
    await expect(rowOf(page, "one again.pdf")).toContainText(plain(twice));
    await expect(rowOf(page, "bad.pdf")).toContainText(
      plain(t("documents.problems.contentDiffers")),
    );
    await expect(page.getByRole("link", { name: "three.pdf", exact: true })).toBeVisible();
    await expect(summary).toContainText(plain(t("documents.addedAndNot", { added: 1, failed: 2 })));

    // One that does not arrive is sent again; one on its way is stopped.
    let answered = 0;
    await page.route("**/api/applications/**", async (route) => {
      answered += 1;
      const lost = { added: 0, failed: [{ problem: "failed", name: "" }] };
      if (answered === 1) await route.fulfill({ json: lost });
      else if (answered > 2) await route.continue();
    });
    await kind.selectOption("other");
    await chosen.setInputFiles([paper("four.pdf", 4), paper("five.pdf", 5)]);
    await press();
    await expect(rowOf(page, "four.pdf")).toContainText(plain(t("documents.problems.failed")));
    const five = rowOf(page, "five.pdf");
    await expect(five.getByRole("progressbar", { name: "five.pdf" })).toBeVisible();
    await five.getByRole("button").press("Enter");
    await expect(five).toHaveCount(0);
    await rowOf(page, "four.pdf").getByRole("button").press("Enter");
    await expect(page.getByRole("link", { name: "four.pdf" })).toBeVisible();
    await expect(page.locator("[aria-live=polite]")).toContainText("four.pdf");
    expect(await names()).toEqual(["four.pdf", "one.pdf", "three.pdf", "two.pdf"]);
    await expect(summary).toHaveCount(0);
    await expectAccessible(page);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);

    // No more than fit are sent.
    await kind.selectOption("other");
    await chosen.setInputFiles(Array.from({ length: 8 }, (_, n) => paper(`more ${n}.pdf`, 10 + n)));
    await press();
    await expect(page.getByText(t("documents.full"))).toBeVisible();
    for (const name of ["more 6.pdf", "more 7.pdf"]) {
      await expect(rowOf(page, name)).toContainText(plain(t("documents.problems.tooMany")));
    }
    expect(await names()).toHaveLength(10);
  });

  test.describe(`without script, ${locale}`, () => {
    test.use({ javaScriptEnabled: false });

    test("one press adds what fits and tells the rest, file by file", async ({ openFor }) => {
      const t = wordsOf(locale);
      const { page, names } = await newPage(openFor, locale);
      const chosen = page.getByLabel(labelled(t("documents.files")));
      const press = () => page.getByRole("button", { name: t("documents.upload") }).click();
      await chosen.setInputFiles([
        paper("one.pdf", 1),
        paper("page.html", 2),
        paper("one again.pdf", 1),
        paper("two.pdf", 2),
      ]);
      await press();
      const summary = page.getByRole("alert");
      await expect(summary).toContainText(
        plain(t("documents.addedAndNot", { added: 2, failed: 2 })),
      );
      await expect(page).toHaveTitle(new RegExp(`^${t("form.error")}`));
      await expect(rowOf(page, "page.html")).toContainText(
        plain(t("documents.problems.typeNotAllowed")),
      );
      await expect(rowOf(page, "one again.pdf")).toContainText(
        plain(t("documents.problems.duplicate", { under: "one.pdf" })),
      );
      await summary.getByRole("link", { name: /page\.html/ }).click();
      await expect(page).toHaveURL(/#failed-0$/);
      expect(await names()).toEqual(["one.pdf", "two.pdf"]);
      await page.getByRole("combobox").selectOption("waybill");
      await chosen.setInputFiles([paper("one.pdf", 3)]);
      await press();
      await expect(page.getByRole("status")).toContainText(
        plain(t("documents.added", { count: 1 })),
      );
      expect(await names()).toEqual(["one (2).pdf", "one.pdf", "two.pdf"]);
    });
  });
}
