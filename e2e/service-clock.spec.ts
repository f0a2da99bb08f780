import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { pageAddress } from "@/lib/mail/addresses";
import { claim } from "@/lib/reviews/commands/claim";
import { newSubmitted } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, test, type OpenFor } from "./fixtures";
import { beginning, wordsOf } from "./support/words";

/** A file that is a week late, with the reviewer who holds it and the exporter who waits. */
async function lateFiles() {
  const { exporterId, owner } = await newExporter();
  const reviewer = await newOfficer("reviewer");
  const id = await newSubmitted(owner, exporterId);
  await claim(reviewer, id);
  await db().application.update({
    where: { id },
    data: { dueAt: new Date(Date.now() - 7 * 86_400_000) },
  });
  const { number } = await db().application.findUniqueOrThrow({ where: { id } });
  return { owner, reviewer, id, number: number ?? "" };
}

/** `look` is shown each page; the inspection needs script. */
async function walk(openFor: OpenFor, locale: Locale, look?: (page: Page) => Promise<void>) {
  const t = wordsOf(locale);
  const { owner, reviewer, id, number } = await lateFiles();
  const desk = await openFor(reviewer);
  const at = (pathname: Parameters<typeof pageAddress>[2]) =>
    pageAddress(env().PORTAL_URL, locale, pathname, { applicationId: id });

  await desk.goto(at("/office/queue"));
  await desk.getByRole("link", { name: t("office.queue.figures.overdue") }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t("office.overdue.title"));
  const row = desk.getByRole("row").filter({ hasText: number });
  await expect(row).toContainText(t("office.queue.you"));
  await look?.(desk);
  for (const list of ["today", "answers", "late"] as const) {
    const [words = ""] = t(`office.overdue.views.${list}`, { count: "" }).split(" (");
    await desk.getByRole("link", { name: beginning(words) }).click();
    await expect(desk.locator('[aria-current="page"]').filter({ hasText: words })).toBeVisible();
  }
  await desk.getByRole("link", { name: number }).click();

  // Both sides read the same minutes.
  const exporter = await openFor(owner);
  await exporter.goto(at("/applications/[applicationId]"));
  const said = async (page: typeof desk, words: RegExp) => {
    await page.reload();
    return words.exec(await page.locator("main").innerText())?.[1];
  };
  await expect(async () => {
    const theirs = await said(desk, /^(?:With us|Chez nous) (\d.*)$/m);
    expect(theirs).toBeDefined();
    expect(await said(exporter, /^(?:With the office|Au Bureau) (\d.*)$/m)).toBe(theirs);
  }, "unless a minute has just passed").toPass();

  // The public reads what is promised and whether it was kept.
  const anybody = await openFor(null);
  await anybody.goto(pageAddress(env().PORTAL_URL, locale, "/"));
  await anybody.getByRole("link", { name: t("home.facts.decision.value") }).click();
  await expect(anybody.getByRole("heading", { level: 1 })).toHaveText(t("serviceStandard.title"));
  const figures = anybody.getByRole("table");
  await expect(figures.getByRole("row")).toHaveCount(4);
  await expect(figures).toContainText("100");
  await expect(anybody.getByText(locale === "en" ? "Canada Day" : "Fête du Canada")).toBeVisible();
  await look?.(anybody);
}

test.beforeAll(async () => {
  // Five decisions of which nothing is known but how long they took.
  const { exporterId, owner } = await newExporter();
  for (let decision = 0; decision < 5; decision++) {
    const { id } = await db().application.create({
      data: { exporterId, answers: {}, createdById: owner.userId, creationToken: randomUUID() },
    });
    await db().serviceFact.create({
      data: { applicationId: id, decidedAt: new Date(), workedMinutes: 95, promiseKept: true },
    });
  }
});

test("the office's clock, for the desk, the exporter and the public", async ({ openFor }) => {
  await walk(openFor, "en", expectAccessibleInBoth);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the same in French", async ({ openFor }) => {
    await walk(openFor, "fr");
  });
});
