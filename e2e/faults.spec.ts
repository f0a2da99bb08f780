import type { Page } from "@playwright/test";
import { textsOf } from "@/gckey/texts";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { newDraft } from "@/tests/factories/applications";
import { newExporter } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { mailsTo } from "./support/mails";
import { crash, keepAway, pidOf } from "./support/processes";
import { cookieOf, get, post, type Sender } from "./support/requests";
import { factsOf } from "./support/scene";
import { beginning, wordsOf } from "./support/words";

/*
 * Every process of the portal dies once, as in a crash. These tests run alone: nobody else may be at
 * work meanwhile. Errors in the console are what they provoke.
 */

test.use({ faultsExpected: true });
const t = wordsOf("en");
const patient = { timeout: 45_000 };
const anonymous: Sender = { name: "nobody", cookie: null };
const statusOf = (address: string, sender = anonymous) =>
  get(address, sender).then(
    ({ status }) => status,
    () => 0,
  );
const back = () => expect.poll(() => statusOf("/en"), patient).toBe(200);

async function newCase() {
  const { exporterId, owner } = await newExporter();
  const applicationId = await newDraft(owner, exporterId);
  const sender: Sender = { name: "the owner", cookie: await cookieOf(owner.userId) };
  return { exporterId, owner, applicationId, sender };
}

/** Submits through the page; returns the number that the exporter was given. */
async function submitOn(page: Page, applicationId: string): Promise<string> {
  await page.goto(`/en/applications/${applicationId}/summary`);
  const boxes = page.getByRole("checkbox");
  await expect(boxes).toHaveCount(2);
  for (const box of await boxes.all()) await box.check();
  await page.getByRole("button", { name: t("summary.submit"), exact: true }).click();
  await expect(page).toHaveURL(/receipt$/);
  const { number } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
  await expect(page.getByRole("main")).toContainText(number ?? "no number");
  return number ?? "";
}

const toldOf = async (number: string) =>
  (await mailsTo(env().OFFICE_MAILBOX)).filter(({ subject }) => subject.includes(number)).length;

test(
  "the database away: a plain page in both languages; nothing is lost",
  {
    tag: "@fault",
  },
  async ({ browser }) => {
    const { exporterId, applicationId, sender } = await newCase();
    const document = await db().document.findFirstOrThrow({ where: { applicationId } });
    const before = await factsOf(exporterId);
    const address = `/en/applications/${applicationId}`;
    expect(await statusOf(address, sender)).toBe(200);

    const died = crash("database");
    const port = Number(new URL(env().DATABASE_URL).port);
    const away = await keepAway(port);
    await expect.poll(() => statusOf("/en"), patient).toBe(503);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const [path, first, second] of [
      [
        address,
        "The portal is not available right now",
        "Le portail n’est pas disponible en ce moment",
      ],
      [
        `/fr/demandes/${applicationId}`,
        "Le portail n’est pas disponible en ce moment",
        "The portal is not available right now",
      ],
    ] as const) {
      const response = await page.goto(env().PORTAL_URL + path);
      expect(response?.status()).toBe(503);
      expect(Number(response?.headers()["retry-after"])).toBeGreaterThan(0);
      expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(first);
      await expect(page.getByRole("heading", { level: 2 })).toHaveText(second);
    }
    await context.close();
    for (const file of [`/api/documents/${document.id}`, `/api/certificates/${document.id}/pdf`]) {
      expect(await statusOf(file, sender), file).toBe(503);
    }
    const upload = await post(
      `/api/applications/${applicationId}/documents`,
      sender,
      new FormData(),
    );
    expect(upload.status).toBe(503);
    expect((await post("/api/auth/sign-in", anonymous, new URLSearchParams())).status).toBe(503);

    await away.release();
    await back();
    expect(pidOf("database")).not.toBe(died);
    await expect.poll(() => statusOf(address, sender), patient).toBe(200);
    await expect.poll(() => factsOf(exporterId).catch(() => ""), patient).toBe(before);
  },
);

test(
  "the credential provider away: a sentence in the reader's language, and others work on",
  {
    tag: "@fault",
  },
  async ({ openFor }) => {
    const { owner, applicationId } = await newCase();
    const died = crash("provider");
    const away = await keepAway(Number(new URL(env().OIDC_ISSUER).port));
    for (const locale of ["en", "fr"] as const) {
      const words = wordsOf(locale);
      const page = await openFor(null);
      await page.goto(locale === "en" ? "/en/sign-in" : "/fr/ouvrir-session");
      await page.getByRole("button", { name: words("signIn.button") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        words("signInProblem.title"),
      );
      await expect(page.getByText(words("signInProblem.Unavailable"))).toBeVisible();
      await expect(page.getByRole("link", { name: words("signInProblem.again") })).toBeVisible();
    }
    // Whoever is signed in notices nothing, and can sign out.
    const page = await openFor(owner);
    await page.goto(`/en/applications/${applicationId}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.getByRole("button", { name: t("frame.signOut") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("signedOut.title"));

    await away.release();
    await expect
      .poll(
        () =>
          fetch(`${env().OIDC_ISSUER}/healthz`).then(
            ({ ok }) => ok,
            () => false,
          ),
        patient,
      )
      .toBe(true);
    expect(pidOf("provider")).not.toBe(died);
    await page.goto("/en/sign-in");
    await page.getByRole("button", { name: t("signIn.button") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(textsOf("en").signIn.title);
  },
);

test(
  "the outbox away: submitting works, and the mail follows once",
  { tag: "@fault" },
  async ({ openFor }) => {
    const { owner, applicationId } = await newCase();
    const page = await openFor(owner);
    crash("outbox");
    const away = await keepAway(Number(new URL(env().RESEND_BASE_URL ?? "").port));
    const number = await submitOn(page, applicationId);
    const mails = { where: { event: { applicationId } } };
    await expect
      .poll(
        async () => (await db().mail.findMany(mails)).some(({ attempts }) => attempts > 0),
        patient,
      )
      .toBe(true);
    expect((await db().mail.findMany(mails)).map(({ status }) => status)).not.toContain("sent");
    await away.release();
    await expect.poll(() => toldOf(number).catch(() => 0), patient).toBe(1);
  },
);

test(
  "the worker away: submitting works, and the mail follows once",
  { tag: "@fault" },
  async ({ openFor }) => {
    const { owner, applicationId } = await newCase();
    const page = await openFor(owner);
    const died = crash("worker");
    const number = await submitOn(page, applicationId);
    await expect.poll(() => toldOf(number), patient).toBe(1);
    expect(pidOf("worker")).not.toBe(died);
  },
);

test(
  "the portal itself: it comes back, and whoever was signed in still is",
  {
    tag: "@fault",
  },
  async ({ openFor }) => {
    const { owner, exporterId, applicationId, sender } = await newCase();
    const page = await openFor(owner);
    await page.goto(`/en/applications/${applicationId}/delivery`);
    await page.getByRole("radio", { name: t("application.delivery.applicant") }).check();
    await page.getByRole("button", { name: t("application.draft") }).click();
    await expect(page).toHaveURL(`/en/applications/${applicationId}`);
    const before = await factsOf(exporterId);

    const died = crash("portal");
    await expect.poll(() => statusOf("/en"), { ...patient, intervals: [20] }).toBe(0);
    await back();
    expect(pidOf("portal")).not.toBe(died);
    expect(await statusOf(`/en/applications/${applicationId}`, sender)).toBe(200);
    await page.reload();
    await expect(page).toHaveTitle(beginning(t("applications.hub.draftTitle")));
    expect(await factsOf(exporterId)).toBe(before);
  },
);
