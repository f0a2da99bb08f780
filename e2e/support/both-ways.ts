import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../fixtures";
import { wordsOf } from "./words";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { pageAddress } from "@/lib/mail/addresses";

/** One way through a journey: a language, with script or without. */
export interface Way {
  readonly locale: Locale;
  readonly javaScriptEnabled: boolean;
  readonly t: ReturnType<typeof wordsOf>;
  /** The address of a page. */
  readonly at: (
    path: Parameters<typeof pageAddress>[2],
    parameters?: Record<string, string>,
  ) => string;
  /** Nothing that axe finds; where the page may run scripts, as its checks are one. */
  readonly accessible: (page: Page) => Promise<void>;
  /** Nothing wider than a phone or a desk; pictures of both are kept where SHOTS names a folder. */
  readonly looked: (page: Page, name: string) => Promise<void>;
}

const ways = [
  { locale: "en", javaScriptEnabled: true },
  { locale: "fr", javaScriptEnabled: false },
] as const;

/** The same journey in English with script, and in French without. */
export function inBothWays(journey: (way: Way) => void): void {
  for (const { locale, javaScriptEnabled } of ways) {
    test.describe(`${locale}, ${javaScriptEnabled ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled });
      test.describe.configure({ timeout: 240_000 });
      journey({
        locale,
        javaScriptEnabled,
        t: wordsOf(locale),
        at: (path, parameters = {}) => pageAddress(env().PORTAL_URL, locale, path, parameters),
        async accessible(page) {
          if (javaScriptEnabled) await expectAccessible(page);
        },
        looked: (page, name) => look(page, `${name}-${locale}`),
      });
    });
  }
}

async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
    expect(wide, `width of ${name} at ${width}`).toBeLessThanOrEqual(width);
    const folder = process.env["SHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
}
