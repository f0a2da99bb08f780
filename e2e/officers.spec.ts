import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import pg from "pg";
import { textsOf } from "@/gckey/texts";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, newPerson, signInAs, test } from "./fixtures";
import { newCredentials, newOfficerFor, type Credential } from "./support/credentials";
import { mailWith } from "./support/mails";
import { inState, markedAnswers, newMark } from "./support/scene";
import { codeOf } from "./support/sign-in";
import { labelled, wordsOf } from "./support/words";

/* The office's people from the first link to the last: invited, at work, suspended, dormant, stepped up. */

const paths = {
  en: { users: "/en/office/users", queue: "/en/office/queue", noAccess: /\/en\/no-access/ },
  fr: {
    users: "/fr/bureau/utilisateurs",
    queue: "/fr/bureau/file",
    noAccess: /\/fr\/acces-refuse/,
  },
} as const;

async function asOwner(statement: string, ...values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
  await client.connect();
  await client.query(statement, values);
  await client.end();
}

/** As if both factors had been shown an hour ago. */
const makeOld = (userId: string) =>
  db().session.updateMany({
    where: { userId },
    data: { authenticatedAt: new Date(Date.now() - 3_600_000) },
  });

/** Shows both factors at the provider, which asks for them whatever it remembers. */
async function showFactors(page: Page, locale: Locale, credential: Credential): Promise<void> {
  const text = textsOf(locale);
  await page.getByRole("textbox", { name: text.signIn.userName }).fill(credential.userName);
  await page.getByLabel(text.signIn.password).fill(credential.password);
  await page.getByRole("button", { name: text.signIn.submit, exact: true }).click();
  await page.getByRole("textbox", { name: text.secondStep.label }).fill(await codeOf(credential));
  await page.getByRole("button", { name: text.secondStep.submit, exact: true }).click();
}

for (const [locale, javaScriptEnabled] of [
  ["en", true],
  ["fr", false],
] as const) {
  const t = wordsOf(locale);
  const here = paths[locale];

  test.describe(`${locale}, ${javaScriptEnabled ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled });
    // Axe itself is a script.
    const look = (page: Page) => (javaScriptEnabled ? expectAccessibleInBoth(page) : undefined);
    const box = (page: Page, role: "reviewer" | "auditor" | "signatory") =>
      page.getByRole("checkbox", { name: t(`frame.roles.${role}`) });

    test("an invited person becomes an officer, is suspended at work, and comes back", async ({
      openFor,
    }) => {
      const ava = await newPerson(locale, "administrator");
      const rita = await newPerson(locale);
      const admin = await openFor(ava);
      await admin.goto(here.users);
      await look(admin);
      await admin.getByRole("link", { name: t("office.users.invite") }).click();
      await look(admin);
      await admin.getByRole("button", { name: t("office.users.inviteForm.button") }).click();
      await expect(admin.locator(".error-summary")).toContainText(
        t("errors.officers.email.required"),
      );
      await expect(admin.locator(".error-summary")).toContainText(
        t("errors.officers.roles.required"),
      );
      await admin
        .getByRole("textbox", { name: labelled(t("office.users.inviteForm.email")) })
        .fill(rita.email);
      await box(admin, "reviewer").check();
      await admin.getByRole("button", { name: t("office.users.inviteForm.button") }).click();
      await expect(admin.getByRole("rowheader", { name: rita.email })).toBeVisible();
      await look(admin);

      const mail = await mailWith(rita.email, t("mail.people.officerInvited.heading"));
      const link = /https?:\S+(?:office-invitation|invitation-bureau)\/\S+/.exec(
        mail.text ?? "",
      )?.[0];
      if (!link) throw new Error("the mail has no link");
      const address = new URL(link).pathname.replace(
        /^\/\w\w\/[\w-]+\//,
        locale === "en" ? "/en/office-invitation/" : "/fr/invitation-bureau/",
      );

      // Somebody else sees nothing of it; opening changes nothing.
      const stranger = await openFor(await newPerson(locale));
      await stranger.goto(address);
      await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
        t("officeInvitation.otherAddress.title"),
      );
      const desk = await openFor(rita);
      await desk.goto(here.queue);
      await expect(desk).toHaveURL(here.noAccess);
      await desk.goto(address);
      await look(desk);
      await desk.goto(here.queue);
      await expect(desk).toHaveURL(here.noAccess);
      await desk.goto(address);
      await desk.getByRole("button", { name: t("officeInvitation.open.button") }).click();
      await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t("office.queue.title"));
      await desk.goto(address);
      await expect(desk.getByRole("heading", { level: 1 })).toHaveText(
        t("officeInvitation.accepted.title"),
      );
      await look(desk);

      // At work, then suspended: the next press does nothing.
      const { exporterId, owner } = await newExporter();
      const scene = { exporterId, owner, reviewer: await newOfficer("reviewer") };
      const file = await inState.submitted(scene, markedAnswers(newMark()));
      const review = locale === "en" ? "/en/office/review/" : "/fr/bureau/examen/";
      await desk.goto(review + file);
      const user = `${here.users}/${rita.userId}`;
      await admin.goto(user);
      await look(admin);
      await admin.getByRole("button", { name: t("office.users.one.suspendButton") }).click();
      await expect(admin.locator(".error-summary")).toContainText(
        t("errors.officers.reason.required"),
      );
      await admin.getByRole("textbox", { name: labelled(t("office.users.one.why")) }).fill("Left");
      await admin.getByRole("button", { name: t("office.users.one.suspendButton") }).click();
      await expect(
        admin.getByRole("heading", { name: t("office.users.one.restoreTitle") }),
      ).toBeVisible();
      await look(admin);
      await desk
        .getByRole("button", { name: t("office.review.acts.claim"), exact: true })
        .first()
        .click();
      await expect(desk).toHaveURL(/\/sign-in|\/ouvrir-session/);
      expect(await db().application.findUniqueOrThrow({ where: { id: file } })).toMatchObject({
        status: "submitted",
        holderId: null,
      });
      await signInAs(desk.context(), rita);
      await desk.goto(here.queue);
      await expect(desk).toHaveURL(here.noAccess);
      await expect(desk.getByText(t("noAccess.reasons.suspended"))).toBeVisible();
      await look(desk);

      await admin
        .getByRole("textbox", { name: labelled(t("office.users.one.whyRestore")) })
        .fill("Back");
      await admin.getByRole("button", { name: t("office.users.one.restoreButton") }).click();
      await expect(
        admin.getByRole("heading", { name: t("office.users.one.suspendTitle") }),
      ).toBeVisible();
      await desk.goto(here.queue);
      await expect(desk).toHaveURL(here.queue);

      // Away for 90 days: dormant, and told so, until an administrator restores the access.
      await asOwner(
        `UPDATE "User" SET "lastSignInAt" = now() - interval '91 days', "officerSince" = now() - interval '91 days' WHERE id = $1`,
        rita.userId,
      );
      await desk.goto(here.queue);
      await expect(desk.getByText(t("noAccess.reasons.dormant"))).toBeVisible();
      await admin.goto(`${here.users}?state=dormant`);
      await admin.getByRole("link", { name: rita.name }).click();
      await admin
        .getByRole("textbox", { name: labelled(t("office.users.one.whyRestore")) })
        .fill("Leave over");
      await admin.getByRole("button", { name: t("office.users.one.restoreButton") }).click();
      await expect(
        admin.getByRole("heading", { name: t("office.users.one.suspendTitle") }),
      ).toBeVisible();
      await desk.goto(here.queue);
      await expect(desk).toHaveURL(here.queue);

      // Nobody raises themselves; what was typed stays.
      await admin.goto(`${here.users}/${ava.userId}`);
      await box(admin, "signatory").check();
      await admin
        .getByRole("textbox", { name: labelled(t("office.users.one.reason")) })
        .fill("Mine");
      await admin.getByRole("button", { name: t("office.users.one.rolesButton") }).click();
      await expect(admin.locator(".error-summary")).toContainText(t("errors.officers.ownRise"));
      await expect(
        admin.getByRole("textbox", { name: labelled(t("office.users.one.reason")) }),
      ).toHaveValue("Mine");
      await look(admin);
    });

    test("a signatory shows both factors again before signing", async ({ page, context }) => {
      const [credential, other] = await newCredentials(
        { language: locale, factor: "totp" },
        { language: locale, factor: "totp" },
      );
      if (!credential || !other) throw new Error("no credential");
      const marie = await newOfficerFor(credential, "signatory");
      const someone = await newOfficerFor(other, "signatory");
      const { exporterId, owner } = await newExporter();
      const scene = { exporterId, owner, reviewer: await newOfficer("reviewer") };
      const file = await inState.recommended(scene, markedAnswers(newMark()));
      const address = (locale === "en" ? "/en/office/issue/" : "/fr/bureau/delivrance/") + file;
      const issued = () => db().certificate.count({ where: { applicationId: file } });
      const press = async () => {
        await page
          .getByRole("button", { name: t("office.sign.issue.button"), exact: true })
          .click();
      };
      await signInAs(context, marie);
      await page.goto(address);
      await page.getByRole("checkbox", { name: labelled(t("office.sign.issue.read")) }).check();

      await makeOld(marie.userId);
      await press();
      await expect(page.locator(".error-summary")).toContainText(t("errors.stepUp"));
      await expect(
        page.getByRole("checkbox", { name: labelled(t("office.sign.issue.read")) }),
      ).toBeChecked();
      expect(await issued()).toBe(0);
      await look(page);

      // Somebody else who signs in there does not sign what the first one decided.
      await otherTab(page, context, someone.name, other);
      await press();
      await expect(page.locator(".error-summary")).toContainText(someone.name);
      expect(await issued()).toBe(0);

      await page.goto(address);
      await makeOld(someone.userId);
      await page.goto(address);
      await expect(
        page.getByRole("button", { name: t("office.sign.issue.button"), exact: true }),
      ).toHaveCount(0);
      await look(page);
      await page.getByRole("button", { name: t("form.stepUp.button") }).click();
      await showFactors(page, locale, credential);
      await expect(page).toHaveURL(address);
      await page.getByRole("checkbox", { name: labelled(t("office.sign.issue.read")) }).check();
      await makeOld(marie.userId);
      await press();
      await expect(page.locator(".error-summary")).toContainText(t("errors.stepUp"));
      // The authenticator's code was used: the next one is another.
      await db().session.updateMany({
        where: { userId: marie.userId },
        data: { authenticatedAt: new Date() },
      });
      await press();
      await expect(page).toHaveURL(/certificat/);
      expect(await issued()).toBe(1);
    });

    async function otherTab(
      page: Page,
      context: BrowserContext,
      name: string,
      credential: Credential,
    ) {
      const [tab] = await Promise.all([
        context.waitForEvent("page"),
        page.getByRole("button", { name: t("form.stepUp.otherTab") }).click(),
      ]);
      await showFactors(tab, locale, credential);
      await expect(tab.getByRole("heading", { level: 1 })).toHaveText(t("stepUp.confirmed.title"));
      await expect(tab.getByText(name)).toBeVisible();
      await look(tab);
      await tab.close();
    }

    test("a text is previewed, published and shown in both languages", async ({ openFor }) => {
      const ava = await newPerson(locale, "administrator");
      const page = await openFor(ava);
      const kind = locale === "en" ? "privacy" : "accessibility";
      const texts = locale === "en" ? "/en/office/texts" : "/fr/bureau/textes";
      await page.goto(texts);
      await look(page);
      await page.goto(`${texts}/${kind}`);
      await look(page);
      const mark = randomUUID();
      const en = page.getByRole("textbox", { name: labelled(t("office.texts.write.textEn")) });
      const fr = page.getByRole("textbox", { name: labelled(t("office.texts.write.textFr")) });
      await en.fill(`## Title ${mark}\n\n- one\n\n<script>alert(1)</script>`);
      await fr.fill("");
      await page.getByRole("button", { name: t("office.texts.write.preview") }).click();
      await expect(page.locator(".error-summary")).toContainText(t("errors.texts.textFr.required"));
      await expect(en).toHaveValue(new RegExp(mark));
      await fr.fill(`## Titre ${mark}`);
      await page.getByRole("button", { name: t("office.texts.write.preview") }).click();
      await expect(page.getByRole("heading", { name: `Title ${mark}` })).toBeVisible();
      await expect(page.getByRole("heading", { name: `Titre ${mark}` })).toBeVisible();
      await look(page);
      await makeOld(ava.userId);
      await page.getByRole("button", { name: t("office.texts.write.publish") }).click();
      await expect(page.locator(".error-summary")).toContainText(t("errors.stepUp"));
      await expect(fr).toHaveValue(`## Titre ${mark}`);
      await db().session.updateMany({
        where: { userId: ava.userId },
        data: { authenticatedAt: new Date() },
      });
      await page.getByRole("button", { name: t("office.texts.write.publish") }).click();
      await expect(
        page.getByRole("rowheader", { name: t("office.texts.versions.read", { version: 2 }) }),
      ).toBeVisible();
      const visitor = await openFor(null);
      await visitor.goto(`/en/${kind}`);
      await expect(visitor.getByRole("heading", { name: `Title ${mark}` })).toBeVisible();
      await expect(visitor.getByText("<script>alert(1)</script>")).toBeVisible();
      await visitor.goto(locale === "en" ? "/fr/confidentialite" : "/fr/accessibilite");
      await expect(visitor.getByRole("heading", { name: `Titre ${mark}` })).toBeVisible();
      await look(visitor);
      await page
        .getByRole("link", { name: t("office.texts.versions.read", { version: 1 }) })
        .click();
      await expect(
        page.getByRole("heading", { name: t("office.texts.versions.reading", { version: 1 }) }),
      ).toBeVisible();
    });
  });
}

test("the terms are linked at the end of every page and are accessible", async ({ page }) => {
  await page.goto("/en");
  await page
    .getByRole("contentinfo")
    .getByRole("link", { name: wordsOf("en")("frame.subfooter.terms") })
    .click();
  await expect(page).toHaveURL("/en/terms");
  await expectAccessibleInBoth(page);
  expect(env().STEP_UP_SECONDS).toBe(600);
});
