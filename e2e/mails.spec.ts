import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { db, transaction } from "@/lib/db";
import type { Locale } from "@/lib/i18n/routing";
import { askToSend } from "@/lib/mail/queue-mails";
import { newAddress } from "@/tests/factories/arrival";
import { newMail } from "@/tests/factories/mails";
import { expect, newPerson, test } from "./fixtures";
import { h1, linkFor, pressLink } from "./support/arrival";
import { inBothWays, type Way } from "./support/both-ways";
import { mailsTo, mailWith, plain } from "./support/mails";
import { labelled, wordsOf } from "./support/words";

/* The office's mails: what became of each, sent again in the other language, and an address from which they come back. */

/** Somebody to whose address the outbox does that, with a mail that the worker sends. */
async function readerOf(locale: Locale, address: string) {
  const person = await newPerson(locale);
  await db().user.update({ where: { id: person.userId }, data: { email: address } });
  const number = `KPO-2026-${randomUUID().slice(0, 8)}`;
  const { id } = await newMail(person.userId, { language: locale }, number);
  await transaction((tx) => askToSend(tx, id, "returned"));
  return { ...person, email: address, number, mailId: id };
}

const addressFor = (fate: string) => `${fate}+${randomUUID()}@test.example`;

/** A page that shows what becomes of something, looked at until it does. */
async function reloadUntil(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(shown).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}

const state = (page: Page, t: Way["t"], name: "delivered" | "cameBack" | "waiting" | "inDoubt") =>
  page
    .locator(".tag")
    .filter({ hasText: t(`office.emails.states.${name}`) })
    .first();

inBothWays(({ locale, t, at, accessible, looked }) => {
  const other = locale === "en" ? "fr" : "en";

  test("officers see what became of a mail, and send it again in the other language", async ({
    openFor,
  }) => {
    const reader = await readerOf(locale, addressFor("reader"));
    const waiting = await newMail(reader.userId, {}, `${reader.number}-W`);
    const page = await openFor(await newPerson(locale, "reviewer"));
    await page.goto(at("/office/emails"));
    await expect(h1(page)).toHaveText(t("office.emails.title"));
    await page.getByRole("searchbox", { name: t("office.emails.filter.text") }).fill(reader.email);
    await page.getByRole("button", { name: t("office.emails.filter.show") }).click();
    await expect(page.getByRole("row", { name: `${reader.number}-W` })).toContainText(
      t("office.emails.states.waiting"),
    );
    await reloadUntil(page, state(page, t, "delivered"));
    await accessible(page);
    await looked(page, "emails");

    await page
      .getByRole("row")
      .filter({ hasText: t("office.emails.states.delivered") })
      .getByRole("link")
      .click();
    await expect(h1(page)).toContainText(reader.number);
    await expect(page.getByText(t("office.emails.history.delivered"))).toBeVisible();
    await accessible(page);
    await looked(page, "email");
    await page.getByRole("radio", { name: t(`office.emails.languages.${other}`) }).check();
    await page.getByRole("button", { name: t("office.emails.again.button") }).click();
    await expect(page.getByRole("status")).toContainText(plain(t("office.emails.again.done")));
    await expect(
      page
        .getByText(plain(t("office.emails.again.refused.waiting")))
        .or(state(page, t, "delivered"))
        .first(),
    ).toBeVisible();
    await reloadUntil(page, state(page, t, "delivered"));
    const [again, first] = await mailsTo(reader.email);
    const subjectIn = (language: Locale) =>
      wordsOf(language)("mail.returned.subject", { number: reader.number });
    expect(plain(first?.subject ?? "")).toMatch(beginsWith(subjectIn(locale)));
    expect(plain(again?.subject ?? "")).toMatch(beginsWith(subjectIn(other)));
    await db()
      .mail.delete({ where: { id: waiting.id } })
      .catch(() => undefined);
  });

  test("a mail never sent is counted in the menu until somebody has looked at it", async ({
    openFor,
  }) => {
    const { userId } = await newPerson(locale);
    const dead = { status: "failed", problem: "outcomeUnknown" } as const;
    const { id } = await newMail(userId, dead, `KPO-2026-${randomUUID().slice(0, 8)}`);
    const page = await openFor(await newPerson(locale, "administrator"));
    await page.goto(at("/office/emails/[mailId]", { mailId: id }));
    await expect(state(page, t, "inDoubt")).toBeVisible();
    await expect(page.getByText(plain(t("office.emails.again.mayBeTwice")))).toBeVisible();
    await accessible(page);
    await looked(page, "email-in-doubt");
    await page.getByRole("button", { name: t("office.emails.dismiss.button") }).click();
    await expect(h1(page)).toHaveText(t("office.emails.title"));
    await page.goto(at("/office/emails/[mailId]", { mailId: id }));
    await expect(page.getByText(t("office.emails.dismissed"), { exact: true })).toBeVisible();

    const auditor = await openFor(await newPerson(locale, "auditor"));
    await auditor.goto(at("/office/emails/[mailId]", { mailId: id }));
    await expect(state(auditor, t, "inDoubt")).toBeVisible();
    await expect(
      auditor.getByRole("button", { name: t("office.emails.again.button") }),
    ).toHaveCount(0);
  });

  test("whose mail comes back is asked on every page to correct the address", async ({
    openFor,
  }) => {
    const reader = await readerOf(locale, addressFor("bounced"));
    const page = await openFor(reader);
    const banner = page.getByRole("complementary", { name: t("frame.bounced.title") });
    await page.goto(at("/account"));
    await reloadUntil(page, banner);
    await accessible(page);
    await looked(page, "bounced");

    const officer = await openFor(await newPerson(locale, "reviewer"));
    await officer.goto(at("/office/emails/[mailId]", { mailId: reader.mailId }));
    await expect(state(officer, t, "cameBack")).toBeVisible();
    await looked(officer, "email-bounced");
    await expect(officer.getByText(plain(t("office.emails.again.refused.bounced")))).toBeVisible();
    await accessible(officer);

    await page.goto(at("/home"));
    await banner.getByRole("link", { name: t("frame.bounced.link") }).click();
    const email = newAddress();
    await page.getByRole("textbox", { name: labelled(t("account.email.new")) }).fill(email);
    await page.getByRole("button", { name: t("account.email.button") }).click();
    await expect(
      page.getByRole("heading", { name: t("account.email.pending.title") }),
    ).toBeVisible();
    await pressLink(page, locale, await linkFor(email, locale));
    await expect(page.getByRole("status")).toContainText(plain(t("account.email.changed.title")));
    await page.goto(at("/account"));
    await expect(h1(page)).toHaveText(t("account.title"));
    await expect(banner).toHaveCount(0);

    // And the office reaches the person where they are now.
    await officer.reload();
    await officer.getByRole("button", { name: t("office.emails.again.button") }).click();
    await expect(officer.getByRole("status")).toBeVisible();
    await mailWith(email, reader.number);
  });
});

const beginsWith = (text: string) =>
  new RegExp(`^${plain(text).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
