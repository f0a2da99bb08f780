import type { Page } from "@playwright/test";
import { hashOfToken } from "@/lib/auth/link-token";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { alternateAddress } from "@/lib/i18n/alternate";
import type { Locale } from "@/lib/i18n/routing";
import { introduction, newArrival } from "@/tests/factories/arrival";
import { asOwner } from "@/tests/factories/owner";
import { newExporter, newPerson } from "@/tests/factories/people";
import { introduce, sendAgain } from "@/lib/people/commands/send-link";
import { currentTerms } from "@/lib/texts/queries";
import { expect, expectAccessibleInBoth, test } from "./fixtures";
import { acceptTerms, arrive, h1, introduceOneself, linkFor, pressLink } from "./support/arrival";
import { type Credential, newCredentials } from "./support/credentials";
import { mailWith, plain } from "./support/mails";
import { cookieOf, get, post } from "./support/requests";
import { formsOn } from "./support/forms";
import { signIn } from "./support/sign-in";
import { labelled, wordsOf } from "./support/words";

/*
 * From a first sign-in with an unknown credential to the first useful page, and who turns out to be
 * somebody known.
 */

async function newCredential(language: Locale): Promise<Credential> {
  const [credential] = await newCredentials({ language, factor: "totp" });
  if (!credential) throw new Error("no credential");
  return credential;
}
const at = (locale: Locale, path: string) =>
  locale === "en" ? `/en${path}` : alternateAddress(`/en${path}`, "").href;
const userOf = (credential: Credential) =>
  db().user.findFirstOrThrow({
    where: { accounts: { some: { providerAccountId: credential.subject } } },
  });
const linksOf = (userId: string) =>
  db().emailConfirmation.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
/** Moves a link, or all of somebody's, into the past. */
const age = (userId: string, minutes: number) =>
  asOwner(
    `UPDATE "EmailConfirmation" SET "createdAt" = "createdAt" - make_interval(mins => $2),
       "expiresAt" = "expiresAt" - make_interval(mins => $2) WHERE "userId" = $1`,
    [userId, minutes],
  );
/** For how long a code of an authenticator app is good. */
const halfMinute = () => Math.floor(Date.now() / 30_000);
/** The screens of the arrival that a page shows from now on. */
function countScreens(page: Page): Set<string> {
  const screens = new Set<string>();
  page.on("framenavigated", (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame === page.mainFrame() && /\/(welcome|bienvenue)\//.test(pathname))
      screens.add(pathname);
  });
  return screens;
}

for (const locale of ["en", "fr"] as const) {
  const t = wordsOf(locale);
  for (const script of [true, false]) {
    test.describe(`a first arrival in ${locale}, ${script ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled: script });
      const look = (page: Page) =>
        script && locale === "en" ? expectAccessibleInBoth(page) : Promise.resolve();

      test("three screens, then the page that was wanted", async ({ page, context }) => {
        const credential = await newCredential(locale);
        const sessionCookie = `kp-${new URL(env().PORTAL_URL).port}-session`;
        const planted = "0".repeat(64);
        await context.addCookies([
          { name: sessionCookie, value: planted, url: env().PORTAL_URL, httpOnly: true },
        ]);
        const wanted = at(locale, "/profile/new");
        await page.goto(wanted);
        const screens = countScreens(page);
        await signIn(page, locale, credential);
        await expect(h1(page)).toHaveText(t("welcome.terms.title"));
        // The session is one that nobody could have known before.
        const token = (await context.cookies()).find(({ name }) => name === sessionCookie)?.value;
        expect(token).not.toBe(planted);
        const sessions = await db().session.findMany({
          where: { tokenHash: { in: [hashOfToken(token ?? ""), hashOfToken(planted)] } },
        });
        expect(sessions.map(({ tokenHash }) => tokenHash)).toEqual([hashOfToken(token ?? "")]);

        // No step can be skipped.
        for (const path of ["/welcome/email", "/welcome/profile", "/applications", "/account"]) {
          await page.goto(at(locale, path));
          await expect(h1(page)).toHaveText(t("welcome.terms.title"));
        }
        await page.goto(wanted);
        await page.getByRole("button", { name: t("welcome.terms.button") }).click();
        await expect(page.locator(".error-summary")).toContainText(
          plain(t("errors.person.terms.required")),
        );
        await acceptTerms(page, locale, look);

        await expect(h1(page)).toHaveText(t("welcome.profile.title"));
        const email = page.getByRole("textbox", { name: labelled(t("account.email.label")) });
        await email.fill("not an address");
        await page.getByRole("button", { name: t("welcome.profile.button") }).click();
        const alert = page.locator(".error-summary");
        await expect(alert).toContainText(plain(t("errors.person.email.invalid")));
        await expect(alert).toContainText(plain(t("errors.person.firstName.required")));
        await expect(alert).toContainText(plain(t("errors.person.lastName.required")));
        await expect(email).toHaveValue("not an address");
        const arriving = { email: credential.email, firstName: "Maïa", lastName: "Arrivée" };
        await introduceOneself(page, locale, arriving, look);

        await expect(h1(page)).toHaveText(t("welcome.email.title"));
        await expect(page.getByText(/^\S+.* p•••@test\.example/)).toBeVisible();
        await look(page);
        await page.getByRole("link", { name: t("welcome.email.continue") }).click();
        await expect(page.getByRole("status")).toContainText(
          plain(t("welcome.email.notYet.title")),
        );

        const link = await linkFor(credential.email, locale);
        const { id: userId } = await userOf(credential);
        const before = await linksOf(userId);
        for (let i = 0; i < 5; i += 1) {
          await page.goto(link);
          await expect(h1(page)).toHaveText(t("confirm.open.title"));
        }
        expect(await linksOf(userId)).toEqual(before);
        expect((await userOf(credential)).emailVerified).toBeNull();
        await pressLink(page, locale, link, look);
        await expect(page).toHaveURL(wanted);
        await expect(h1(page)).toHaveText(t("profile.newTitle"));
        expect(screens.size).toBeLessThanOrEqual(3);
        expect(await userOf(credential)).toMatchObject({
          email: credential.email,
          firstName: "Maïa",
          language: locale,
        });

        await page.goto(link);
        await expect(h1(page)).toHaveText(t("confirm.used.title"));
        await look(page);
        await page.goto(at(locale, "/welcome/terms"));
        await expect(h1(page)).toHaveText(t("dashboard.title"));
      });

      test("the link in another browser signs nobody in there", async ({ page, openFor }) => {
        const credential = await newCredential(locale);
        await page.goto(at(locale, "/applications"));
        await signIn(page, locale, credential);
        await acceptTerms(page, locale);
        const arriving = { email: credential.email, firstName: "Zoé", lastName: "Ailleurs" };
        await introduceOneself(page, locale, arriving);
        await expect(h1(page)).toHaveText(t("welcome.email.title"));

        const elsewhere = await openFor(null);
        await pressLink(elsewhere, locale, await linkFor(credential.email, locale));
        await expect(h1(elsewhere)).toHaveText(t("confirm.confirmed.title"));
        await look(elsewhere);
        await elsewhere.goto(at(locale, "/applications"));
        await expect(h1(elsewhere)).toHaveText(t("signIn.title"));

        await page.getByRole("link", { name: t("welcome.email.continue") }).click();
        await expect(h1(page)).toHaveText(t("applications.title"));
      });
    });
  }

  test(`${locale}: declining the terms signs out and lets nobody in`, async ({ openFor }) => {
    const page = await openFor(await newArrival());
    await page.goto(at(locale, "/applications"));
    await page.getByRole("button", { name: t("welcome.terms.decline") }).click();
    await expect(h1(page)).toHaveText(t("signedOut.title"));
    await page.goto(at(locale, "/applications"));
    await expect(h1(page)).toHaveText(t("signIn.title"));
  });

  for (const script of [true, false]) {
    test.describe(script ? "with script" : "without script", () => {
      test.use({ javaScriptEnabled: script });
      test(`${locale}: a link is good for 60 minutes, and says why it is not`, async ({
        openFor,
      }) => {
        const people = [await newArrival(), await newArrival()];
        const links: string[] = [];
        for (const person of people) {
          const input = introduction({ language: locale });
          await introduce(person, input);
          links.push(await linkFor(input.email, locale));
        }
        const [early = "", late = ""] = links;
        await age(people[0]?.userId ?? "", 59);
        await age(people[1]?.userId ?? "", 61);
        const page = await openFor(null);
        await page.goto(late);
        await expect(h1(page)).toHaveText(t("confirm.expired.title"));
        if (locale === "en" && script) await expectAccessibleInBoth(page);
        await page.getByRole("link", { name: t("confirm.newLink") }).click();
        await expect(h1(page)).toHaveText(t("signIn.title"));
        await pressLink(page, locale, early);
        await expect(h1(page)).toHaveText(t("confirm.confirmed.title"));
        await page.goto(early.slice(0, -1));
        await expect(h1(page)).toHaveText(t("confirm.unknown.title"));
        if (locale === "en" && script) await expectAccessibleInBoth(page);
      });
    });
  }

  test(`${locale}: another link, at most one a minute and five an hour`, async ({ openFor }) => {
    const person = await newArrival();
    const terms = await currentTerms();
    if (terms) {
      await db().termsAcceptance.create({
        data: { userId: person.userId, version: terms.version },
      });
    }
    const input = introduction({ language: locale });
    await introduce(person, input);
    const first = await linkFor(input.email, locale);
    const page = await openFor(person);
    await page.goto(at(locale, "/welcome/email"));
    const again = page.getByRole("button", { name: t("welcome.email.again") });
    await again.click();
    await expect(page.locator(".error-summary")).toContainText(
      plain(t("errors.person.link.tooSoon")),
    );
    await age(person.userId, 2);
    await again.click();
    await expect(page.getByRole("status")).toContainText(plain(t("welcome.email.sentAgain.title")));
    const second = await linkFor(input.email, locale, [first]);
    await page.goto(first);
    await expect(h1(page)).toHaveText(t("confirm.replaced.title"));
    for (let i = 0; i < 3; i += 1) {
      await age(person.userId, 2);
      expect((await sendAgain(person)).ok).toBe(true);
    }
    await age(person.userId, 2);
    await page.goto(at(locale, "/welcome/email"));
    await again.click();
    await expect(page.locator(".error-summary")).toContainText(
      plain(t("errors.person.link.tooMany")),
    );

    // A mistyped address is changed where it was entered.
    await age(person.userId, 60);
    await page.getByRole("link", { name: t("welcome.email.change") }).click();
    const email = page.getByRole("textbox", { name: labelled(t("account.email.label")) });
    await expect(email).toHaveValue(input.email);
    const better = introduction().email;
    await email.fill(better);
    await page.getByRole("button", { name: t("welcome.profile.button") }).click();
    await expect(h1(page)).toHaveText(t("welcome.email.title"));
    await pressLink(page, locale, await linkFor(better, locale));
    await expect(h1(page)).toHaveText(t("dashboard.title"));
    await page.goto(second);
    await expect(h1(page)).toHaveText(t("confirm.replaced.title"));
  });
}

test.describe("the terms of use", () => {
  const t = wordsOf("en");
  const accept = (userId: string, version: number, acceptedAt = new Date()) =>
    db().termsAcceptance.create({ data: { userId, version, acceptedAt } });

  for (const locale of ["en", "fr"] as const) {
    for (const script of [true, false]) {
      test.describe(`in ${locale}, ${script ? "with" : "without"} script`, () => {
        test.use({ javaScriptEnabled: script });
        test("are asked again on a new version and after a year, not otherwise", async ({
          openFor,
        }) => {
          const t = wordsOf(locale);
          const terms = await currentTerms();
          if (!terms) throw new Error("there are no terms");
          const person = await newPerson();
          const page = await openFor(person);
          await page.goto(at(locale, "/profile/new"));
          await expect(h1(page)).toHaveText(t("profile.newTitle"));
          const days = (count: number) => new Date(Date.now() - count * 86_400_000);
          for (const lapsed of [
            () => accept(person.userId, terms.version - 1),
            () => accept(person.userId, terms.version, days(366)),
          ]) {
            await lapsed();
            await page.goto(at(locale, "/profile/new"));
            await expect(page.getByText(t("welcome.terms.again"))).toBeVisible();
            await acceptTerms(page, locale);
            await expect(page).toHaveURL(at(locale, "/profile/new"));
          }
          await accept(person.userId, terms.version, days(364));
          await page.goto(at(locale, "/profile/new"));
          await expect(h1(page)).toHaveText(t("profile.newTitle"));
        });
      });
    }
  }

  test("that lapse while somebody writes cost nothing that was written", async ({ openFor }) => {
    const terms = await currentTerms();
    const { exporterId, owner } = await newExporter();
    const page = await openFor(owner);
    await page.goto(`/en/profile/${exporterId}`);
    await accept(owner.userId, (terms?.version ?? 1) - 1);
    const city = page.getByRole("textbox", { name: labelled(t("profile.city")) });
    await city.fill("Hay River");
    await page.getByRole("button", { name: t("profile.save") }).click();
    await expect(h1(page)).toHaveText(t("welcome.terms.title"));
    expect(await db().exporter.findUnique({ where: { id: exporterId } })).toMatchObject({
      city: "Hay River",
    });
    await acceptTerms(page, "en");
    await expect(page.getByRole("status")).toContainText(t("profile.saved"));
  });

  test.describe("and a proved address", () => {
    test.use({ javaScriptEnabled: false });
    test("are needed to act at all", async ({ openFor }) => {
      const settled = await openFor(await newPerson());
      await settled.goto("/en/profile/new");
      const [form] = (await formsOn(settled)).filter(({ does }) => does.endsWith("createProfile"));
      if (!form) throw new Error("no form");
      const arriving = await newArrival();
      const unproved = await newPerson();
      await db().user.update({
        where: { id: unproved.userId },
        data: { emailVerified: null },
      });
      for (const { userId } of [arriving, unproved]) {
        const data = new FormData();
        for (const [name, value] of form.fields) data.append(name, value);
        const sender = { name: "arriving", cookie: await cookieOf(userId) };
        const answer = await post(form.address, sender, data);
        expect(answer.location).toMatch(/^\/en\/welcome\/(terms|profile)\?returnTo=/);
        expect(await db().mandate.count({ where: { userId } })).toBe(0);
        expect((await get("/en/account", sender)).location).toMatch(/^\/en\/welcome\//);
      }
    });
  });
});

for (const locale of ["en", "fr"] as const) {
  test.describe(`a known person with a new credential, in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });
    const t = wordsOf(locale);
    const look = (page: Page) =>
      locale === "en" ? expectAccessibleInBoth(page) : Promise.resolve();

    test("is linked once another owner agrees", async ({ page, openFor, browser }) => {
      const [old, fresh] = (await newCredentials(
        { language: locale, factor: "totp" },
        { language: locale, factor: "totp" },
      )) as [Credential, Credential];
      const { exporterId, owner } = await newExporter();
      const account = { provider: "gckey", providerAccountId: old.subject, type: "oidc" };
      await db().account.create({ data: { ...account, userId: owner.userId } });
      await db().user.update({
        where: { id: owner.userId },
        data: { email: old.email, language: locale },
      });
      const second = await newPerson();
      await db().mandate.create({
        data: {
          exporterId,
          userId: second.userId,
          kind: "owner",
          permissions: ["view", "prepare", "submit"],
          acceptedAt: new Date(),
        },
      });
      const before = await openFor(owner);

      await page.goto(at(locale, "/applications"));
      await signIn(page, locale, fresh);
      const signedInAt = halfMinute();
      const arriving = { email: old.email, firstName: "Ezra", lastName: "Encore" };
      await arrive(page, locale, arriving);
      await expect(h1(page)).toHaveText(t("welcome.waiting.title"));
      await expect(page.getByText(plain(t("welcome.waiting.owner")))).toBeVisible();
      await look(page);
      await page.goto(at(locale, "/applications"));
      await expect(h1(page)).toHaveText(t("welcome.waiting.title"));
      await mailWith(old.email, t("mail.people.credentialRequested.subject"));

      const other = await openFor(second);
      await other.goto(at(locale, "/account"));
      await other.getByRole("link", { name: t("account.credentials.link", { count: 1 }) }).click();
      await expect(h1(other)).toHaveText(t("account.credentials.title"));
      await expect(other.getByText("Ezra Encore")).toBeVisible();
      await look(other);
      const { name: person } = owner;
      const agree = t("account.credentials.accept", { person });
      await other.getByRole("button", { name: agree }).click();
      await expect(other.getByRole("status")).toContainText(
        plain(t("account.credentials.accepted.title")),
      );
      await expect(
        other.getByRole("heading", { name: t("account.credentials.none.title") }),
      ).toBeVisible();

      // Both are signed out; the new credential is the person, the old one a stranger.
      await before.goto(at(locale, "/applications"));
      await expect(h1(before)).toHaveText(t("signIn.title"));
      await page.goto(at(locale, "/account"));
      await expect(h1(page)).toHaveText(t("signIn.title"));
      // The provider takes no code twice.
      await expect.poll(halfMinute, { timeout: 40_000 }).toBeGreaterThan(signedInAt);
      await signIn(page, locale, fresh);
      await expect(h1(page)).toHaveText(t("account.title"));
      await expect(page.getByText(old.email)).toBeVisible();
      const context = await browser.newContext({ baseURL: env().PORTAL_URL });
      const former = await context.newPage();
      await former.goto(at(locale, "/applications"));
      await signIn(former, locale, old);
      await expect(h1(former)).toHaveText(t("welcome.terms.title"));
      await context.close();
      await mailWith(old.email, t("mail.people.credentialLinked.subject"));
    });

    test("stays a stranger when an administrator refuses", async ({ openFor }) => {
      const person = await newPerson();
      const { email } = await db().user.findUniqueOrThrow({ where: { id: person.userId } });
      const arriving = await newArrival();
      await db().termsAcceptance.create({ data: { userId: arriving.userId, version: 999 } });
      const page = await openFor(arriving);
      await page.goto(at(locale, "/applications"));
      const details = { email: email ?? "", firstName: "Autre", lastName: "Personne" };
      await introduceOneself(page, locale, details);
      await expect(h1(page)).toHaveText(t("welcome.email.title"));
      await pressLink(page, locale, await linkFor(email ?? "", locale));
      await expect(page.getByText(plain(t("welcome.waiting.administrator")))).toBeVisible();
      await db().credentialRequest.updateMany({
        where: { requesterId: arriving.userId },
        data: { decidedAt: new Date(), decidedById: person.userId, accepted: false },
      });
      await page.goto(at(locale, "/applications"));
      await expect(h1(page)).toHaveText(t("welcome.profile.title"));
      await expect(
        page.getByRole("heading", { name: t("welcome.profile.refused.title") }),
      ).toBeVisible();
    });
  });
}
