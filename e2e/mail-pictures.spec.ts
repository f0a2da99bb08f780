import type { Page } from "@playwright/test";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { compose } from "@/lib/mail/compose";
import type { Notice } from "@/lib/mail/notice";
import { mailExamples } from "@/tests/factories/mail-examples";
import { expect, expectAccessible, test } from "./fixtures";

/*
 * Every mail as its reader sees it, wide and on a phone, in both languages: nothing that axe finds, and nothing
 * wider than the screen, whatever people typed. SHOTS=folder keeps pictures of all.
 */

const settings = () => ({
  origin: env().PORTAL_URL,
  officeMailbox: env().OFFICE_MAILBOX,
  tokenOf: () => "a-token-of-forty-three-letters-and-figures-",
});
const typed = {
  usual: undefined,
  longest: "Société minière de l’Extrême-Nord-Ouest ".repeat(3).trim(),
  unbroken: "W".repeat(100),
  hostile: `Mallory\r\nBcc: all@example.ca\u2028<img src=x onerror=alert(1)><b>bold\u202Eevil a@x,b@y`,
};

/** The mail alone, as a mail program shows it. */
async function show(page: Page, notice: Notice, locale: Locale) {
  const { html } = await compose(notice, locale, settings());
  await page.setContent(html);
}

async function expectWithin(page: Page, what: string) {
  for (const width of [320, 600]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
    expect(wide, `width of ${what} at ${width}`).toBeLessThanOrEqual(width);
    const folder = process.env["SHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${what}-${width}.png`, fullPage: true });
  }
}

for (const locale of ["en", "fr"] as const) {
  test.describe(`mails, ${locale} first`, () => {
    test.describe.configure({ timeout: 240_000 });

    for (const [what, text] of Object.entries(typed)) {
      test(`with what is ${what}`, async ({ page }) => {
        const all: Notice[] = Object.values(mailExamples(text));
        for (const notice of all) {
          await show(page, notice, locale);
          await expectWithin(page, `${what}-${notice.template}-${locale}`);
          // Words of people change nothing of what axe looks at, but for those that would be marks.
          if (what === "usual" || what === "hostile") await expectAccessible(page);
          await expect(page.locator("img, script, b")).toHaveCount(0);
          await expect(page.locator("h1")).toHaveCount(2);
        }
      });
    }
  });
}
