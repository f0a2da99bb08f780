import type { Locator, Page } from "@playwright/test";
import { fieldId } from "@/components/form/field-id";
import type { Locale } from "@/lib/i18n/routing";
import { goodAnswers, newDraft, pdf } from "@/tests/factories/applications";
import { newExporter } from "@/tests/factories/people";
import { expect, test, type OpenFor } from "./fixtures";
import { pointer, keys, type Hand } from "./support/hands";
import { plain } from "./support/mails";
import { wordsOf, type Words } from "./support/words";

/*
 * From “My applications” to the receipt, in the ways that are easily forgotten: a narrow screen, a page
 * four times as large, no pointer, colours chosen by the reader.
 */

/** What is looked at on a page. Its words can come before its style sheets: each look waits for them. */
type Look = (page: Page) => Promise<void>;

/** At no place must anybody scroll sideways to read. */
const fits: Look = async (page) => {
  await page.waitForLoadState();
  const { over, where } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.body;
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return {
      over: scrollWidth - clientWidth,
      where: wide.map((element) => element.outerHTML.slice(0, 120)),
    };
  });
  expect(over, `wider than the window: ${page.url()} ${where.join("\n")}`).toBeLessThanOrEqual(0);
};

/** Colours are gone: what is a tag, a button, a field, an error is still seen by its border. */
const outlined: Look = async (page) => {
  await page.waitForLoadState();
  const bare = await page
    // Boxes to tick and the choice of files are the browser’s own.
    .locator(
      "main :is(.tag, .button, input:not([type=radio], [type=checkbox], [type=file]), select, textarea, .error-summary, .field--error)",
    )
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility({ opacityProperty: true }))
        .filter((element) => !element.matches(".button--link"))
        .filter((element) => {
          const { borderInlineStartStyle, borderInlineStartWidth, borderInlineStartColor } =
            getComputedStyle(element);
          const behind = getComputedStyle(document.body).backgroundColor;
          return (
            borderInlineStartStyle === "none" ||
            parseFloat(borderInlineStartWidth) < 1 ||
            borderInlineStartColor === behind ||
            borderInlineStartColor === "rgba(0, 0, 0, 0)"
          );
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
  expect(bare, `without a border: ${page.url()}`).toEqual([]);
};

/** The journey; what was prepared is gone through, what is special to it is filled in. */
async function journey(openFor: OpenFor, locale: Locale, handOf: (page: Page) => Hand, look: Look) {
  const t = wordsOf(locale);
  const { exporterId, owner } = await newExporter();
  const prepared = goodAnswers();
  delete prepared.origin;
  delete prepared.goods;
  const id = await newDraft(owner, exporterId, prepared, []);
  const page = await openFor(owner);
  const hand = handOf(page);
  const main = page.getByRole("main");
  const field = (name: string) => page.locator(`#page-form [name="${name}"]`);
  const choice = (name: string, value: string) =>
    page.locator(`#page-form [name="${name}"][value="${value}"]`);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const arrive = async (title: string) => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await look(page);
    await hand.begin();
  };
  const next = () => hand.press(button(t("application.next")));

  await page.goto(locale === "en" ? "/en/applications" : "/fr/demandes");
  await arrive(t("applications.title"));
  await hand.press(main.locator(`a[href$="${id}"]`).first());
  await arrive(t("applications.hub.draftTitle"));
  await hand.press(main.getByRole("link", { name: t("sections.applicant"), exact: true }));
  for (const section of ["applicant", "delivery", "consignee"] as const) {
    await arrive(t(`sections.${section}`));
    await next();
  }

  await arrive(t("sections.origin"));
  await hand.press(button(t("categories.new_production")));
  await expect(field("origins[0].mine")).toBeVisible();
  await hand.choose(field("origins[0].mine"), "EKATI");
  await hand.type(field("origins[0].carats"), "ten");
  await hand.type(field("origins[0].usd"), "6950");
  await next();
  await correct(page, hand, t, look);
  await next();

  await arrive(t("sections.goods"));
  await hand.tick(choice("hsLines[0].subheading", "7102.31"));
  await hand.tick(choice("hsLines[0].polished", "no"));
  await hand.type(field("containerCount"), "1");
  await hand.type(field("seals"), "NT-4711");
  await hand.type(field("parcels"), "2");
  await next();

  await arrive(t("sections.documents"));
  await hand.choose(page.getByLabel(t("documents.kind")), "invoice");
  await hand.reach(page.getByLabel(t("documents.files")));
  await page
    .getByLabel(t("documents.files"))
    .setInputFiles({ name: "invoice.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf) });
  await hand.press(button(t("documents.upload")));
  await expect(page.getByRole("status")).toContainText(plain(t("documents.added", { count: 1 })));
  await look(page);
  await hand.begin();
  await hand.press(page.getByRole("link", { name: t("documents.toSummary"), exact: true }));

  await arrive(t("sections.summary"));
  for (const kind of ["rough_diamonds", "certification"]) {
    await hand.tick(page.locator(`[name="${kind}"]`));
  }
  await hand.press(button(t("summary.submit")));
  await expect(main).toContainText(/KPO-\d{4}-\d{4}/);
  await look(page);
}

/** A mass that is no number is told, the summary leads to its field, and there it is put right. */
async function correct(page: Page, hand: Hand, t: Words, look: Look): Promise<void> {
  const carats: Locator = page.locator(`#${fieldId("origins[0].carats")}`);
  await expect(carats).toHaveAttribute("aria-invalid", "true");
  await look(page);
  await hand.begin();
  await hand.press(page.getByRole("alert").getByRole("link").first());
  await expect(carats).toBeFocused();
  await hand.type(carats, "10");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("sections.origin"));
}

test.describe("320 pixels wide, without script", () => {
  test.use({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  test("an application in English", ({ openFor }) => journey(openFor, "en", pointer, fits));
});

test.describe("320 pixels wide, as long as the fonts have not come", () => {
  test.use({ viewport: { width: 320, height: 640 }, faultsExpected: true });
  for (const address of ["/en/applications", "/fr/demandes"]) {
    test(`${address} fits`, async ({ openFor }) => {
      const page = await openFor((await newExporter()).owner);
      await page.route("**/*.woff2", (route) => route.abort());
      await page.goto(address);
      await fits(page);
    });
  }
});

test.describe("a window of 1280 pixels at 400 %", () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  test("an application in French", ({ openFor }) => journey(openFor, "fr", pointer, fits));
});

test.describe("by keyboard alone", () => {
  test("an application in English", ({ openFor }) =>
    journey(openFor, "en", keys, () => Promise.resolve()));
});

test.describe("by keyboard alone, without script", () => {
  test.use({ javaScriptEnabled: false });
  test("an application in French", ({ openFor }) =>
    journey(openFor, "fr", keys, () => Promise.resolve()));
});

test.describe("in colours that the reader chose", () => {
  test.use({ contextOptions: { forcedColors: "active" } });
  test("an application in English, by keyboard", ({ openFor }) =>
    journey(openFor, "en", keys, outlined));
});
