import type { Page } from "@playwright/test";
import { showDecimal } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";
import { newDraft } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter } from "@/tests/factories/people";
import { expect, expectAccessible, test, type OpenFor } from "./fixtures";
import { labelled, wordsOf } from "./support/words";

/* Help where it is needed: the position and its map, carats left, the subheading, the countries. */

const rowIds = [1, 2, 3].map((n) => `11111111-1111-4111-8111-11111111111${n}`);
const paths = {
  en: (id: string, section: "origin" | "goods" | "consignee") =>
    `/en/applications/${id}/${section}`,
  fr: (id: string, section: "origin" | "goods" | "consignee") =>
    `/fr/demandes/${id}/${{ origin: "origine", goods: "marchandises", consignee: "destinataire" }[section]}`,
};

/** A draft with a row of exploration and two rows on one import certificate with 212.50 carats left. */
async function draft(openFor: OpenFor) {
  const { exporterId, owner } = await newExporter();
  const certificate = await newImportCertificate({
    exporterId,
    carats: "640.00",
    remaining: "212.50",
  });
  const imported = (id: string | undefined, carats: string) => ({
    id: id ?? "",
    category: "previously_imported" as const,
    importCertificateId: certificate.id,
    carats,
    usd: "1000.00",
  });
  const origins = [
    { id: rowIds[0] ?? "", category: "exploration" as const },
    imported(rowIds[1], "180.25"),
    imported(rowIds[2], "20.00"),
  ];
  const id = await newDraft(owner, exporterId, { origin: { origins } }, []);
  return { id, page: await openFor(owner) };
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

for (const locale of ["en", "fr"] as const) {
  const t = wordsOf(locale);
  const carats = (value: string) => showDecimal(value, locale, "carats");
  const script = locale === "en";

  test.describe(`${locale} ${script ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled: script });
    const say = (key: "in" | "none") =>
      key === "in" ? inTerritories(locale) : t("application.origin.map.none");

    test("a position becomes degrees and minutes and a point on the map", async ({ openFor }) => {
      const { id, page } = await draft(openFor);
      await page.goto(paths[locale](id, "origin"));
      const caption = page.locator("figure.map figcaption");
      const fillIn = page.locator('button[value="position:0"]');
      await expect(caption).toHaveText(say("none"));
      await expect(page.locator("figure.map circle")).toHaveCount(0);

      await field(page, "origins[0].facilityName").fill("Camp & kept");
      await field(page, "origins[0].position").fill("north of the lake");
      await fillIn.click();
      await expect(page.locator("#origins-0-position-error")).toContainText(
        t("errors.origin.position.unreadable", { row: 1 }),
      );
      await expect(field(page, "origins[0].position")).toHaveValue("north of the lake");
      await expect(field(page, "origins[0].facilityName")).toHaveValue("Camp & kept");

      await field(page, "origins[0].position").fill(script ? "64.5°N 110.3°W" : "64,5° N 110,3° O");
      if (script) {
        await expect(page.locator("output[for=origins-0-position]")).toHaveText(
          "64° 30′ N, 110° 18′ W",
        );
        await expect(caption).toHaveText(say("in"));
      }
      await fillIn.click();
      await expect(page).toHaveURL(/edited=1#row-1$/);
      await expect(field(page, "origins[0].position")).toHaveValue("");
      const found = {
        "latitude.degrees": "64",
        "latitude.minutes": "30",
        "longitude.degrees": "110",
        "longitude.minutes": "18",
      };
      for (const [part, value] of Object.entries(found)) {
        await expect(field(page, `origins[0].${part}`)).toHaveValue(value);
      }
      await expect(field(page, "origins[0].facilityName")).toHaveValue("Camp & kept");
      await expect(caption).toHaveText(say("in"));
      await expect(page.locator("figure.map circle")).toHaveCount(1);
      if (script) await expectAccessible(page);

      // Two rows on one certificate draw on it together.
      const left = (n: number) => page.locator(`.live output[for=origins-${n}-carats]`);
      await field(page, "origins[2].carats").fill(script ? "40" : "40,00");
      if (!script) await page.locator('button[value="category:2"]').click();
      await expect(left(1)).toHaveText(
        t("application.origin.live.left", {
          left: showDecimal("32.25", locale),
          all: carats("640.00"),
        }),
      );
      await expect(left(2)).toHaveText(
        t("application.origin.live.over", {
          over: carats("7.75"),
          available: carats("212.50"),
          drawn: carats("220.25"),
        }),
      );
      const total = page.locator("aside output").first();
      await expect(total).toHaveText(carats("220.25"));
      await page.locator('button[value="remove:2"]').click();
      await expect(field(page, "origins[2].carats")).toHaveCount(0);
      await expect(total).toHaveText(carats("180.25"));
      // Enter saves; it does not press the first button, which takes a row away.
      await field(page, "origins[1].usd").press("Enter");
      await expect(page).toHaveURL(new RegExp(paths[locale](id, "goods")));
    });

    test("three questions lead to the subheading or away from it", async ({ openFor }) => {
      const { id, page } = await draft(openFor);
      await page.goto(paths[locale](id, "goods"));
      const answer = (question: string, value: string) =>
        page.locator(`[name="guide-0-${question}"][value="${value}"]`).check();
      await page.getByText(t("application.goods.guide.title")).click();
      await expect(page.getByRole("button", { name: /7102/ })).toHaveCount(0);
      await answer("sorted", "yes");
      await answer("quality-yes", "gem");
      await answer("worked-yes-gem", "yes");
      await expect(page.getByText("7102.39", { exact: true }).last()).toBeVisible();
      await expect(page.getByRole("button", { name: /7102/ })).toHaveCount(0);
      await answer("worked-yes-gem", "no");
      if (script) await expectAccessible(page);
      await page.getByRole("textbox", { name: labelled(t("application.goods.seals")) }).fill("S-1");
      await press(page, /7102\.31/);
      await expect(page).toHaveURL(/edited=1#line-1$/);
      await expect(page.locator('[name="hsLines[0].subheading"][value="7102.31"]')).toBeChecked();
      await expect(page.locator('[name="hsLines[0].polished"][value="no"]')).toBeChecked();
      await expect(field(page, "seals")).toHaveValue("S-1");
      await expect(field(page, "hsLines[0].carats")).toHaveValue(showDecimal("200.25", locale));
    });

    test("the countries of the destination come first", async ({ openFor }) => {
      const { id, page } = await draft(openFor);
      await page.goto(paths[locale](id, "consignee"));
      const country = field(page, "consignee.country");
      const choose = async (code: string) => {
        await field(page, "destination").selectOption(code);
        if (!script) await press(page, t("application.consignee.countries.show"));
      };
      await expect(country.locator("optgroup")).toHaveCount(0);
      await field(page, "consignee.name").fill("Meridian & kept");
      await choose("EU");
      await expect(page.locator(".note")).toContainText(locale === "en" ? "Belgium" : "Belgique");
      const first = country.locator("optgroup").first().locator("option");
      await expect(first).toHaveCount(33);
      await expect(first.first()).toHaveText(locale === "en" ? "Austria" : "Allemagne");
      await country.selectOption("BE");
      await choose("CN");
      await expect(page.locator(".note")).toContainText("Hong Kong");
      await expect(first).toHaveCount(3);
      await expect(country).toHaveValue("BE");
      await expect(field(page, "consignee.name")).toHaveValue("Meridian & kept");
      if (script) await expectAccessible(page);
      await field(page, "consignee.city").press("Enter");
      await expect(page.locator("#consignee-country-error")).toBeVisible();
      await expect(first).toHaveCount(3);
    });
  });
}

function inTerritories(locale: Locale): string {
  const t = wordsOf(locale);
  return t("application.origin.map.in", { place: t("application.origin.map.places.NT") });
}
