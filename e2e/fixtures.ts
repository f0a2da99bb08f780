import { randomBytes, randomUUID } from "node:crypto";
import { test as base, expect, type BrowserContext, type Frame, type Page } from "@playwright/test";
import axe from "axe-core";
import { startSession } from "@/lib/auth/sessions";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import type { OfficerRole } from "@/prisma/generated/enums";
import { newProof } from "@/tests/factories/proof";
import { slowDown } from "./support/slow-down";
import { acceptNewestTerms } from "@/prisma/seed/accept-newest-terms";
import { giveRoles } from "@/prisma/seed/give-roles";

export { expect };

/** A brand-new person who has never been in the portal's pages. */
export interface Somebody {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

let people = 0;

/** Makes a person; with roles, an officer. */
export async function newPerson(language: Locale, ...roles: OfficerRole[]): Promise<Somebody> {
  const lastName = `Essai ${process.pid}-${(people += 1)}`;
  const email = `person-${randomUUID()}@test.example`;
  const { id } = await db().user.create({
    data: {
      firstName: roles.length ? "Olivia" : "Ezra",
      lastName,
      email,
      emailVerified: new Date(),
      language,
      ...(roles.includes("signatory") ? { title: "Director", titleFr: "Directrice" } : {}),
    },
    select: { id: true },
  });
  await giveRoles(id, roles);
  await acceptNewestTerms(id);
  return { userId: id, email, name: `${roles.length ? "Olivia" : "Ezra"} ${lastName}` };
}

/** Opens a session for somebody in this browser, as a sign-in would; the sign-in has tests of its own. */
export async function signInAs(context: BrowserContext, { userId }: Pick<Somebody, "userId">) {
  const token = randomBytes(32).toString("hex");
  await startSession(token, userId, new Date(Date.now() + 8 * 3600 * 1000), newProof());
  const { hostname, port } = new URL(env().PORTAL_URL);
  await context.addCookies([
    {
      name: `kp-${port}-session`,
      value: token,
      domain: hostname,
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
}

const options: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  // Only what it finds is told: gathering the rest takes longer than looking.
  resultTypes: ["violations"],
  // Each frame is looked at by itself.
  iframes: false,
};

const violationsIn = (frame: Frame) =>
  frame.evaluate<axe.Result[]>(
    `${axe.source}; axe.run(document, ${JSON.stringify(options)}).then((all) => all.violations)`,
  );

/** Fails with what axe finds on the page as it is, and in the papers that it shows in frames. */
export async function expectAccessible(page: Page): Promise<void> {
  // Its words can come before its style sheets.
  await page.waitForLoadState();
  // With script a press draws the next page before its title.
  await expect(page).toHaveTitle(/\S/);
  // What is loaded only when it is shown has no address before.
  const frames = page.frames().filter((frame) => frame.url() !== "");
  // A paper in its frame has its styles only then.
  const papers = frames.filter((frame) => frame.url().includes("/pages/"));
  await Promise.all(
    papers.map((frame) => frame.waitForFunction(() => document.readyState === "complete")),
  );
  const violations = (await Promise.all(frames.map(violationsIn))).flat();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  }));
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** The same for the page in the other language, without leaving this one. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await expectAccessible(page);
  const other = await page.locator("p.language a").getAttribute("href");
  if (!other) throw new Error(`${page.url()} has no link to the other language`);
  const beside = await page.context().newPage();
  watch(beside);
  await beside.goto(other);
  await expectAccessible(beside);
  expectNoFaults(beside);
  await beside.close();
}

const faults = new WeakMap<Page, string[]>();

/** Notes every error in the console, every fault of a script and every answer of 500 and above. */
export function watch(page: Page): void {
  const found: string[] = [];
  faults.set(page, found);
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // What could not be loaded is named by its place alone.
    found.push(`console: ${message.text()} ${message.location().url} (${page.url()})`);
  });
  page.on("pageerror", (error) => found.push(`script: ${error.message} (${page.url()})`));
  page.on("response", (response) => {
    if (response.status() >= 500) found.push(`${response.status()}: ${response.url()}`);
  });
}

export function expectNoFaults(page: Page): void {
  expect(faults.get(page) ?? [], "errors in the console").toEqual([]);
}

/** A browser of its own for one person, watched. */
export type OpenFor = (somebody: Pick<Somebody, "userId"> | null) => Promise<Page>;

interface Fixtures {
  openFor: OpenFor;
  /** In a test that provokes faults on purpose. */
  faultsExpected: boolean;
}

export const test = base.extend<Fixtures>({
  faultsExpected: [false, { option: true }],
  page: async ({ page, faultsExpected }, use) => {
    await slowDown(page.context());
    watch(page);
    await use(page);
    if (!faultsExpected) expectNoFaults(page);
  },
  openFor: async (
    { browser, javaScriptEnabled, faultsExpected, viewport, deviceScaleFactor, contextOptions },
    use,
  ) => {
    const contexts: BrowserContext[] = [];
    const pages: Page[] = [];
    await use(async (somebody) => {
      const context = await browser.newContext({
        javaScriptEnabled,
        baseURL: env().PORTAL_URL,
        viewport: viewport ?? null,
        ...(deviceScaleFactor === undefined ? {} : { deviceScaleFactor }),
        ...contextOptions,
      });
      contexts.push(context);
      await slowDown(context);
      if (somebody) await signInAs(context, somebody);
      const page = await context.newPage();
      watch(page);
      pages.push(page);
      return page;
    });
    if (!faultsExpected) for (const page of pages) expectNoFaults(page);
    for (const context of contexts) await context.close();
  },
});
