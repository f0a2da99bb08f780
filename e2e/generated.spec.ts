import type { Page } from "@playwright/test";
import { linePlace } from "@/app/[locale]/(exporter)/applications/[applicationId]/goods/edit-goods";
import { rowPlace } from "@/app/[locale]/(exporter)/applications/[applicationId]/origin/edit-origin";
import { fieldId } from "@/components/form/field-id";
import type { AnsweredSection } from "@/lib/applications/schema";
import { db } from "@/lib/db";
import { routing } from "@/lib/i18n/routing";
import { pdf } from "@/tests/factories/applications";
import { another } from "@/tests/factories/documents";
import { generated, type Generated } from "@/tests/factories/generated/all";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { plain } from "./support/mails";
import { wordsOf } from "./support/words";

/*
 * Twelve of the two hundred generated applications in a browser, half of them without script: what the
 * database tests prove of all, seen where people see it.
 */

/** The mistakes that are looked at, those with script first. */
const kinds = {
  en: [
    "a mass that is two figures",
    "the consignee has no name",
    "a container without a seal",
    "the consignee is not in the destination",
  ],
  fr: [
    "sixty minutes of arc or more",
    "a mass that is two figures",
    "the exporter’s postal code is not Canadian",
    "a declaration that is not made",
  ],
} as const;

/** Of those alike the one with the fewest rows. */
const shortest = (some: readonly Generated[]) =>
  [...some].sort((a, b) => rowsOf(a).length - rowsOf(b).length);
const rowsOf = ({ shipment }: Generated) => shipment.answers.origin?.origins ?? [];

const chosen = routing.locales.flatMap((locale) => {
  const all = shortest(generated.filter((each) => each.locale === locale));
  const [first, second] = all.filter(({ mistake }) => mistake === null);
  const wrong = kinds[locale].map((kind) => all.find(({ mistake }) => mistake?.kind === kind));
  const [a, b, c, d] = wrong;
  return [
    { script: true, applications: [first, a, b] },
    { script: false, applications: [second, c, d] },
  ].map((some) => ({ locale, ...some }));
});

for (const { locale, script, applications } of chosen) {
  test.describe(`generated, in ${locale} with${script ? "" : "out"} script`, () => {
    test.use({ javaScriptEnabled: script });
    for (const application of applications) {
      if (!application) throw new Error("there is no such generated application");
      const { n, mistake } = application;
      test(`${n}: ${mistake?.kind ?? "right"}`, async ({ openFor }) => {
        const { exporterId, owner } = await newExporter();
        await walk(await openFor(owner), application, exporterId);
        const { status } = await db().application.findFirstOrThrow({ where: { exporterId } });
        expect(status).toBe(mistake ? "draft" : "submitted");
      });
    }
  });
}

/** Fills in every section by its fields; stops where the mistake is told. */
async function walk(page: Page, application: Generated, exporterId: string): Promise<void> {
  const { locale, mistake, shipment } = application;
  const t = wordsOf(locale);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const h1 = page.getByRole("heading", { level: 1 });
  const ids = await register(application, exporterId);

  await page.goto(locale === "en" ? "/en/applications/new" : "/fr/demandes/nouvelle");
  await press(t("applications.start.button"));
  await page
    .getByRole("main")
    .getByRole("link", { name: t("sections.applicant"), exact: true })
    .click();
  for (const section of ["applicant", "delivery", "consignee", "origin", "goods"] as const) {
    await expect(h1).toHaveText(t(`sections.${section}`));
    if (section === "origin") {
      for (const [index, { category }] of rowsOf(application).entries()) {
        await press(t(`categories.${category}`));
        await expect(page.locator(`#${rowPlace(index)}`)).toBeVisible();
      }
    }
    if (section === "goods") {
      const lines = shipment.answers.goods?.hsLines?.length ?? 1;
      for (let more = 1; more < lines; more += 1) {
        await press(t("application.goods.addLine"));
        // What is typed above before the new line is there would be drawn anew with it.
        await expect(page.locator(`#${linePlace(more)}`)).toBeVisible();
      }
    }
    await fillIn(page, application, section, ids);
    await press(t("application.next"));
    if (mistake?.section === section && mistake.stoppedBy === "section") {
      await expectToldTwice(page, application);
      return;
    }
  }

  await expect(h1).toHaveText(t("sections.documents"));
  for (const kind of new Set(application.documents)) {
    const files = application.documents.filter((each) => each === kind);
    await page.getByLabel(t("documents.kind")).selectOption(kind);
    await page.getByLabel(t("documents.files")).setInputFiles(
      files.map((_, index) => ({
        name: `${kind} ${index + 1}.pdf`,
        mimeType: "application/pdf",
        buffer: Buffer.from(another(pdf, index)),
      })),
    );
    await press(t("documents.upload"));
    await expect(page.getByRole("status")).toContainText(
      plain(t("documents.added", { count: files.length })),
    );
  }
  await page.getByRole("link", { name: t("documents.toSummary"), exact: true }).click();

  await expect(h1).toHaveText(t("sections.summary"));
  if (mistake?.stoppedBy === "summary") {
    const says = new RegExp(mistake.says[locale]);
    await page.getByRole("main").getByRole("link", { name: says }).click();
    await expect(h1).toHaveText(t(`sections.${mistake.section}`));
    await expectToldTwice(page, application);
    return;
  }
  for (const kind of application.declared) {
    await page.locator(`[name="${kind}"]`).check();
  }
  await press(t("summary.submit"));
  if (mistake) await expectToldTwice(page, application);
  else await expect(page.getByRole("main")).toContainText(/KPO-\d{4}-\d{4}/);
}

async function register({ n, imports }: Generated, exporterId: string) {
  const ids = new Map<string, string>();
  for (const [index, { key, issuer, origins, carats }] of imports.entries()) {
    const number = `${issuer}${String(n * 100 + index).padStart(8, "0")}`;
    const entry = await newImportCertificate({ exporterId, issuer, number, origins, carats });
    ids.set(key, entry.id);
  }
  return ids;
}

const lists = /(?:category|mine|importCertificateId|statedOrigin|country|destination)$/;
const choices = /(?:^to|concentratesFrom|subheading|polished)$/;

async function fillIn(
  page: Page,
  { typed }: Generated,
  section: AnsweredSection,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [name, text] of Object.entries(typed[section])) {
    const field = page.locator(`#page-form [name="${name}"]`);
    const value = ids.get(text) ?? text;
    if (name === "exporterIsDifferent") await field.check();
    else if (lists.test(name)) await field.selectOption(value);
    else if (choices.test(name)) {
      await page.locator(`#page-form [name="${name}"][value="${value}"]`).check();
    } else await field.fill(value);
  }
}

/** The sentence stands in the summary, leads to the field, and is what the field is described by. */
async function expectToldTwice(page: Page, { mistake, locale }: Generated): Promise<void> {
  const summary = page.getByRole("alert").filter({ has: page.getByRole("heading") });
  const link = summary.getByRole("link").first();
  await expect(link).toContainText(plain(mistake?.says[locale] ?? ""));
  const sentence = plain(await link.innerText());
  const control = page.locator(`#${fieldId(mistake?.field ?? "")}`);
  await expect(control).toHaveAttribute("aria-invalid", "true");
  const described = (await control.getAttribute("aria-describedby")) ?? "";
  const error = described.split(" ").find((id) => id.endsWith("-error")) ?? "";
  expect(plain(await page.locator(`#${error}`).innerText())).toBe(
    plain(`${wordsOf(locale)("form.error")} ${sentence}`),
  );
  await link.click();
  await expect(control).toBeFocused();
}
