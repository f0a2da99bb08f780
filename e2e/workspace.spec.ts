import type { Page } from "@playwright/test";
import { findApplication } from "@/lib/applications/queries/find";
import { totalsOf } from "@/lib/applications/totals";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { showDecimal } from "@/lib/forms/numbers";
import { pageAddress } from "@/lib/mail/addresses";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, test } from "./fixtures";
import { inState, markedAnswers, newMark } from "./support/scene";
import { beginning, labelled, wordsOf } from "./support/words";

/* One review as its officer lives it: notes, saves, decisions, sections, what is missing, the exporter's view. */

for (const locale of ["en", "fr"] as const) {
  test.describe(`the review workspace in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });
    const t = wordsOf(locale);

    test("keeps what is done, says what is missing, and shows the exporter’s side", async ({
      openFor,
    }) => {
      const { exporterId, owner } = await newExporter();
      const reviewer = await newOfficer("reviewer");
      // Seals and a consignee that no other test bears, whatever runs beside it.
      const good = markedAnswers(newMark());
      const scene = { exporterId, owner, reviewer };
      // The same twice in a day: a check that both sides know (R39).
      await inState.submitted(scene, good);
      const applicationId = await inState.in_review(scene, good);
      const at = (pathname: Parameters<typeof pageAddress>[2]) =>
        pageAddress(env().PORTAL_URL, locale, pathname, { applicationId });
      const page = await openFor(reviewer);
      await page.goto(at("/office/review/[applicationId]"));
      if (locale === "en") await expectAccessibleInBoth(page);

      const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
      const box = (label: string) => page.getByRole("textbox", { name: labelled(label) });
      const totals = totalsOf(good.origin?.origins ?? []);

      // ── Pressed at once: everything that is missing, each leading to its place ──
      await press(t("office.review.acts.recommend"));
      const undecided = t("errors.review.accept.required", { rule: "R39" });
      const summary = page.getByRole("alert").filter({ hasText: undecided });
      await expect(summary.getByRole("link")).toHaveCount(8);

      // ── Read and accept; saved by leaving a field, or by a press ──
      await box(t("office.review.read.carats")).fill(showDecimal(totals.carats, locale));
      await page
        .getByRole("checkbox", {
          name: t("office.review.application.acceptNamed", { section: t("sections.goods") }),
        })
        .check();
      if (locale === "en") await expect(page.getByText(/^Saved /)).toBeVisible();
      else await press(t("office.review.work.save"));
      await expect
        .poll(async () => (await workOf(applicationId))?.acceptedSections)
        .toEqual(["goods"]);
      await page.goto(at("/office/review/[applicationId]"));
      await expect(box(t("office.review.read.carats"))).toHaveValue(
        showDecimal(totals.carats, locale),
      );

      // ── A note, which the exporter never sees ──
      const note = `They order seals in rolls of fifty. ${applicationId}`;
      await box(t("office.review.notes.label")).fill(note);
      await press(t("office.review.notes.add"));
      await expect(page.getByText(note)).toBeVisible();
      await expect(page.getByText(t("office.review.notes.never"))).toBeVisible();

      // ── A finding, to be asked about: the notice begins with its place; back, everything is there ──
      await press(t("office.review.decide.write", { rule: "R39" }));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("office.return.title"));
      await expect(
        page.getByRole("combobox", { name: labelled(t("office.return.section")) }),
      ).toHaveValue("consignee:consignee.name");
      await expect(
        page.getByRole("textbox", { name: beginning(t("office.return.reason")) }),
      ).toHaveValue(/KPO-/);
      await page.goto(at("/office/review/[applicationId]"));
      const ask = page.getByRole("radio", { name: t("office.review.decide.choices.ask") });
      await expect(ask).toBeChecked();
      await page.getByRole("radio", { name: t("office.review.decide.choices.noted") }).check();
      const noted = "Two parcels, says the invoice.";
      await box(t("office.review.decide.note", { rule: "R39" })).fill(noted);

      // ── As the exporter sees it ──
      await press(t("office.review.work.save"));
      await expect
        .poll(async () => JSON.stringify((await workOf(applicationId))?.checklist))
        .toContain(noted);
      await page.getByRole("link", { name: t("office.review.application.exporterView") }).click();
      const theirs = t("applications.hub.withOffice");
      await expect(page.getByRole("heading", { name: theirs, level: 2 })).toBeVisible();
      await expect(page.getByText(note)).toHaveCount(0);
      await expect(page.locator("main").getByRole("button")).toHaveCount(0);
      if (locale === "en") await expectAccessibleInBoth(page);

      // ── The rest, and recommended ──
      await page.goto(at("/office/review/[applicationId]"));
      await box(t("office.review.read.usd")).fill(showDecimal(totals.usd, locale));
      await box(t("office.review.read.seals")).fill(String(good.goods?.seals?.length));
      const yes = page.getByRole("radio", { name: t("office.review.judge.yes"), exact: true });
      for (const one of await yes.all()) await one.check();
      await box(t("office.review.acts.reasons")).fill("All in order.");
      await press(t("office.review.acts.recommend"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("office.queue.title"));
      const { checklist } = await db().recommendation.findFirstOrThrow({
        where: { applicationId },
      });
      expect(checklist).toMatchObject({
        dispositions: [{ rule: "R39", decision: "noted", note: noted }],
        sections: ["goods"],
      });

      await expectNoWordOf(note, await openFor(owner), locale, applicationId);
      expect(JSON.stringify(await findApplication(owner, applicationId))).not.toContain(note);
    });
  });
}

const workOf = (applicationId: string) => db().reviewWork.findFirst({ where: { applicationId } });

/** On none of the exporter's pages about the file, nor in their list of files. */
async function expectNoWordOf(
  note: string,
  page: Page,
  locale: "en" | "fr",
  applicationId: string,
): Promise<void> {
  const { exporterId } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
  const pages = [
    "/applications/[applicationId]",
    "/applications/[applicationId]/summary",
    "/applications/[applicationId]/receipt",
    "/applications/[applicationId]/history",
  ] as const;
  for (const pathname of pages) {
    await page.goto(pageAddress(env().PORTAL_URL, locale, pathname, { applicationId }));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.content()).not.toContain(note);
  }
  const list = await page.request.get(`/api/exporters/${exporterId}/applications?format=csv`);
  expect(await list.text()).not.toContain(note);
  const mails = await db().mail.findMany({ where: { event: { applicationId } } });
  expect(JSON.stringify(mails.map(({ data }) => data))).not.toContain(note);
}
