import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { db } from "@/lib/db";
import { freePort } from "@/scripts/ports";
import { expect, expectAccessible, expectNoFaults, test, watch } from "./fixtures";
import { startAnotherPortal } from "./support/another-portal";
import { client, startPlainProvider, strong } from "./support/plain-provider";
import { wordsOf } from "./support/words";

/*
 * The portal beside an OpenID provider that is not its own: once in the place of the embedded one, once
 * as a second sign-in partner. Nothing but configuration differs.
 */

type Running = { url: string; stop(): Promise<void> };
let provider: Awaited<ReturnType<typeof startPlainProvider>>;
let alone: Running;
let beside: Running;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  const ports = [await freePort(), await freePort()] as const;
  provider = await startPlainProvider(ports.map((port) => `http://localhost:${port}`));
  const secret = client.secret;
  [alone, beside] = await Promise.all([
    startAnotherPortal(ports[0], {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId(0),
      OIDC_CLIENT_SECRET: secret,
      OIDC_ACR: `${strong} https://plain.example/assurance/stronger`,
    }),
    startAnotherPortal(ports[1], {
      OIDC_PARTNER_ISSUER: provider.issuer,
      OIDC_PARTNER_CLIENT_ID: provider.clientId(1),
      OIDC_PARTNER_CLIENT_SECRET: secret,
      OIDC_PARTNER_ACR: strong,
      OIDC_PARTNER_NAME_EN: "Plain Sign-In",
      OIDC_PARTNER_NAME_FR: "Connexion simple",
    }),
  ]);
});
test.afterAll(async () => {
  await Promise.all([alone.stop(), beside.stop()]);
  await provider.stop();
});

async function open(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  watch(page);
  return page;
}

/** Answers the provider's one page. */
async function prove(page: Page, who: string, factors: "One factor" | "Two factors") {
  await expect(page.getByRole("heading", { name: "Plain provider" })).toBeVisible();
  expect(page.url()).toContain(provider.issuer);
  await page.getByLabel("Who").fill(who);
  await page.getByRole("button", { name: factors }).click();
}

const sessionsOf = (subject: string) =>
  db().session.findMany({
    where: { user: { accounts: { some: { providerAccountId: subject } } } },
    include: { user: true },
  });

for (const { locale, script } of [
  { locale: "en", script: true },
  { locale: "fr", script: false },
] as const) {
  const t = wordsOf(locale);
  const signInPage = locale === "en" ? "/en/sign-in" : "/fr/ouvrir-session";

  test(`another provider in the place of the embedded one, ${locale}`, async ({ browser }) => {
    const who = `plain-${randomUUID()}`;
    const page = await open(browser, script);
    await page.goto(alone.url + signInPage);
    await page.getByRole("button", { name: t("signIn.button") }).click();
    await prove(page, who, "Two factors");
    await page.waitForURL((url) => url.origin === alone.url);
    const [session] = await sessionsOf(who);
    expect(session).toMatchObject({ provider: "gckey", acr: strong });
    expect(Date.now() - (session?.authenticatedAt.getTime() ?? 0)).toBeLessThan(60_000);
    // What else the provider tells is none of the portal's business.
    expect(session?.user).toMatchObject({ email: null, emailVerified: null, firstName: "" });

    await page.goto(alone.url + (locale === "en" ? "/en" : "/fr"));
    expectNoFaults(page);
    await page.context().close();
  });

  test(`a sign-in without a second factor is refused, ${locale}`, async ({ browser }) => {
    const who = `weak-${randomUUID()}`;
    for (const portal of [alone, beside]) {
      const page = await open(browser, script);
      await page.goto(portal.url + signInPage);
      const name =
        portal === alone
          ? t("signIn.button")
          : t("signIn.partner.button", { name: partnerName(locale) });
      await page.getByRole("button", { name }).click();
      await prove(page, who, "One factor");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("signInProblem.title"));
      await expect(page.getByText(t("signInProblem.AccessDenied"))).toBeVisible();
      if (script) await expectAccessible(page);
      expect(await sessionsOf(who)).toEqual([]);
      expect(await db().account.count({ where: { providerAccountId: who } })).toBe(0);
      await page.context().close();
    }
  });

  test(`a second partner beside GCKey, ${locale}`, async ({ browser }) => {
    const who = `second-${randomUUID()}`;
    const page = await open(browser, script);
    await page.goto(beside.url + signInPage);
    await expect(page.getByRole("button", { name: t("signIn.button") })).toBeVisible();
    if (script) await expectAccessible(page);
    const name = partnerName(locale);
    await page.getByRole("button", { name: t("signIn.partner.button", { name }) }).click();
    await prove(page, who, "Two factors");
    await page.waitForURL((url) => url.origin === beside.url);
    const [session] = await sessionsOf(who);
    expect(session?.provider).toBe("partner");
    // The same name at the other partner is somebody else.
    expect(await db().account.count({ where: { providerAccountId: who, provider: "gckey" } })).toBe(
      0,
    );
    expectNoFaults(page);
    await page.context().close();
  });
}

test("signing out ends the session at the partner that proved it", async ({ browser }) => {
  const who = `out-${randomUUID()}`;
  const t = wordsOf("en");
  const page = await open(browser, true);
  await page.goto(`${beside.url}/en/sign-in`);
  const name = partnerName("en");
  await page.getByRole("button", { name: t("signIn.partner.button", { name }) }).click();
  await prove(page, who, "Two factors");
  await page.waitForURL((url) => url.origin === beside.url);
  await page.getByRole("button", { name: t("frame.signOut"), exact: true }).click();
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("signedOut.title"));
  expect(await sessionsOf(who)).toEqual([]);
  await page.context().close();
});

test("a partner that ends a session ends it in the portal too", async ({ browser }) => {
  const who = `gone-${randomUUID()}`;
  const t = wordsOf("en");
  const page = await open(browser, true);
  await page.goto(`${beside.url}/en/sign-in`);
  const name = partnerName("en");
  await page.getByRole("button", { name: t("signIn.partner.button", { name }) }).click();
  await prove(page, who, "Two factors");
  await page.waitForURL((url) => url.origin === beside.url);
  expect(await sessionsOf(who)).toHaveLength(1);
  await page.goto(`${provider.issuer}/session/end`);
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await expect.poll(() => sessionsOf(who)).toEqual([]);
  await page.context().close();
});

function partnerName(locale: "en" | "fr"): string {
  return locale === "en" ? "Plain Sign-In" : "Connexion simple";
}
