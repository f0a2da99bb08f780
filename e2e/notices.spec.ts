import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { newSubmitted } from "@/tests/factories/applications";
import { mandateNotice, newNotice, overdueNotice, rejectedNotice } from "@/tests/factories/notices";
import { newExporter, newOfficer, newPerson, newRepresentative } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { inBothWays } from "./support/both-ways";
import { mailsTo, mailWith, plain } from "./support/mails";

/* What people are told in the portal, and which of it comes by email as well. */

inBothWays(({ t, at, locale, accessible, looked }) => {
  const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
  const press = (page: Page, name: string) =>
    page.getByRole("main").getByRole("button", { name }).first().click();
  const row = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });
  const unread = (count: number) => t("frame.unreadNotices", { count });
  /** As the header says it to a screen reader; absent where there is none. */
  const expectCount = async (page: Page, count: number) => {
    const said = page.locator("header .nav__count").filter({ hasText: unread(count) });
    if (count === 0) await expect(page.locator("header .nav__count")).toHaveCount(0);
    else await expect(said).toHaveCount(1);
  };

  test("are listed, searched, opened and marked as read, and counted in the header", async ({
    openFor,
  }) => {
    const person = await newPerson();
    await db().user.update({ where: { id: person.userId }, data: { language: locale } });
    const page = await openFor(person);
    await page.goto(at("/notices"));
    await expect(h1(page)).toHaveText(t("notices.title"));
    await expect(page.getByRole("heading", { name: t("notices.empty.title") })).toBeVisible();
    await expectCount(page, 0);
    await accessible(page);
    await looked(page, "notices-empty");

    const exporter = `Écluse ${randomUUID().slice(0, 6)}`;
    await newNotice(person.userId, rejectedNotice("KPO-2026-7101"));
    await newNotice(person.userId, overdueNotice("KPO-2026-7102"));
    await newNotice(person.userId, mandateNotice(exporter));
    await page.goto(at("/notices"));
    await expectCount(page, 3);
    await expect(page.getByRole("row")).toHaveCount(4);
    await expect(row(page, "KPO-2026-7102")).toContainText(t("notices.urgent"));
    await expect(row(page, exporter)).toContainText(t("notices.types.representatives.name"));
    await accessible(page);
    await looked(page, "notices");

    // ── Found: by words without accents, by type, by day, and what is unread ──
    const search = page.getByRole("search");
    await search.getByLabel(t("notices.filter.text")).fill(exporter.replace("É", "e"));
    await search.getByRole("button", { name: t("notices.filter.show") }).click();
    await expect(page.getByRole("row")).toHaveCount(2);
    await expect(row(page, exporter)).toBeVisible();
    expect(new URL(page.url()).searchParams.get("text")).toContain("ecluse");
    await page.goto(`${at("/notices")}?type=deadline`);
    await expect(page.getByRole("row")).toHaveCount(2);
    await expect(row(page, "KPO-2026-7102")).toBeVisible();
    await page.goto(`${at("/notices")}?from=2000-01-01&until=2001-01-01`);
    await expect(
      page.getByRole("heading", { name: t("notices.nothingFound.title") }),
    ).toBeVisible();
    await page.goto(`${at("/notices")}?from=${encodeURIComponent("31/31/2026")}`);
    await expect(page.locator(".field--error")).toHaveCount(1);
    await expect(page.getByRole("row")).toHaveCount(4);
    await page.goto(`${at("/notices")}?from=2001-01-01&until=2000-12-31`);
    await expect(page.locator(".field--error")).toContainText("2000-12-31");
    await expect(page.locator("[name=until]")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("row")).toHaveCount(4);
    await accessible(page);

    // ── Opened: read from then on, and the header counts one less on the same page ──
    await page.goto(at("/notices"));
    await row(page, "KPO-2026-7101").getByRole("link").first().click();
    await expect(h1(page)).toHaveText(
      plain(t("mail.rejected.subject", { number: "KPO-2026-7101" })),
    );
    await expectCount(page, 2);
    const leads = page.getByRole("main").getByRole("link", { name: t("mail.rejected.button") });
    expect(await leads.getAttribute("href")).toMatch(new RegExp(`^/${locale}/`));
    await accessible(page);
    await looked(page, "notice");
    await page.getByRole("link", { name: t("notices.back") }).click();
    await expect(row(page, "KPO-2026-7101")).not.toContainText(t("notices.unread"));

    // ── Marked: one, then all that were there ──
    await page.goto(`${at("/notices")}?unread=yes`);
    await expect(page.getByRole("row")).toHaveCount(3);
    await row(page, exporter).getByRole("button").click();
    await expect(page.getByRole("row")).toHaveCount(2);
    expect(new URL(page.url()).searchParams.get("unread")).toBe("yes");
    await expectCount(page, 1);
    await newNotice(person.userId, rejectedNotice("KPO-2026-7103"));
    await press(page, t("notices.markAll", { count: 1 }));
    // What came while the page was read stays unread.
    await expect(row(page, "KPO-2026-7103")).toBeVisible();
    await expect(page.getByRole("row")).toHaveCount(2);
    await expectCount(page, 1);
  });

  test("go on in pages, and another's is as one that never was", async ({ openFor }) => {
    const [person, other] = [await newPerson(), await newPerson()];
    for (let i = 0; i < 27; i += 1) {
      await newNotice(person.userId, rejectedNotice(`KPO-2026-${7200 + i}`));
    }
    const theirs = await newNotice(other.userId, rejectedNotice("KPO-2026-7299"));
    const page = await openFor(person);
    await page.goto(at("/notices"));
    await expectCount(page, 27);
    await expect(page.getByRole("row")).toHaveCount(26);
    await page.getByRole("link", { name: t("frame.pages.next") }).click();
    await expect(page.getByRole("row")).toHaveCount(3);
    await expect(row(page, "KPO-2026-7200")).toBeVisible();
    await page.getByRole("link", { name: t("frame.pages.previous") }).click();
    await expect(row(page, "KPO-2026-7226")).toBeVisible();
    await page.goto(at("/notices/[noticeId]", { noticeId: theirs }));
    await expect(h1(page)).toHaveText(t("frame.notFound.title"));
    await accessible(page);
    expect(await db().notice.findUnique({ where: { id: theirs } })).toMatchObject({ readAt: null });
  });

  test("come by email as their reader chose, the urgent ones always", async ({ openFor }) => {
    const exporter = `Boreal ${randomUUID().slice(0, 6)}`;
    const { exporterId, owner } = await newExporter({ legalName: exporter });
    const helper = await newRepresentative(exporterId);
    const { email } = await db().user.update({
      where: { id: owner.userId },
      data: { language: locale },
    });
    const address = email ?? "";
    const page = await openFor(owner);

    // ── Nothing chosen: it comes by email too, with the way to choose at its foot ──
    const applicationId = await newSubmitted(helper, exporterId);
    const { number } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    const subject = t("mail.submittedByOther.subject", { number: number ?? "", exporter });
    const mail = await mailWith(address, subject);
    const choice = at("/notices/preferences");
    expect(mail.text).toContain(choice);
    expect(mail.html).toContain(choice);

    // ── Portal only from now on ──
    await page.goto(at("/account"));
    await page.getByRole("link", { name: t("account.notices.link") }).click();
    await expect(h1(page)).toHaveText(t("notices.preferences.title"));
    await expect(page.getByText(address)).toBeVisible();
    await expect(
      page.getByRole("heading", { name: t("notices.preferences.always.title") }),
    ).toBeVisible();
    await accessible(page);
    await looked(page, "notice-preferences");
    const question = page.getByRole("radiogroup", {
      name: new RegExp(t("notices.types.submission.name")),
    });
    await question.getByLabel(t("notices.channels.portal")).check();
    await press(page, t("notices.preferences.save"));
    await expect(page.getByRole("status")).toContainText(
      plain(t("notices.preferences.saved.title")),
    );
    await expect(question.getByLabel(t("notices.channels.portal"))).toBeChecked();

    const second = await newSubmitted(helper, exporterId);
    const { number: next } = await db().application.findUniqueOrThrow({ where: { id: second } });
    const quiet = t("mail.submittedByOther.subject", { number: next ?? "", exporter });
    await expect
      .poll(
        async () => {
          await page.goto(at("/notices"));
          return await page.getByRole("link", { name: quiet }).count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);

    // ── The urgent one still does, and says why ──
    await transaction((tx) =>
      record(
        tx,
        { system: true },
        {
          kind: "application.reminded",
          applicationId: second,
          exporterId,
          data: { reminder: "overdue", dueOn: "2026-12-01" },
        },
      ),
    );
    const urgent = await mailWith(address, t("mail.overdue.subject", { number: next ?? "" }));
    expect(plain(urgent.text ?? "")).toContain(plain(t("mail.foot.urgent")));
    expect(urgent.text).not.toContain(choice);
    // By then the quiet one would have come.
    const subjects = (await mailsTo(address)).map((each) => plain(each.subject));
    expect(subjects.filter((each) => each.includes(plain(quiet)))).toEqual([]);
  });

  test("are in the office's header too, with the morning mail to choose", async ({ openFor }) => {
    const officer = await newOfficer("reviewer");
    await newNotice(officer.userId, {
      template: "fileSentBack",
      data: { applicationId: randomUUID(), number: "KPO-2026-7301", exporter: "E", name: "N" },
    });
    const page = await openFor(officer);
    await page.goto(at("/office/queue"));
    const link = page.locator("header").getByRole("link", { name: t("frame.notices") });
    await expect(link).toContainText(unread(1));
    await page.goto((await link.getAttribute("href")) ?? "");
    await expect(row(page, "KPO-2026-7301")).toContainText(t("notices.types.office.name"));
    await accessible(page);
    await looked(page, "office-notices");
    await page.getByRole("link", { name: t("notices.preferences.link") }).click();
    const question = page.getByRole("radiogroup", {
      name: new RegExp(t("notices.types.office.name")),
    });
    await question.getByLabel(t("notices.channels.digest")).check();
    await press(page, t("notices.preferences.save"));
    await expect(page.getByRole("status")).toBeVisible();
    expect(
      await db().noticePreference.findMany({ where: { userId: officer.userId } }),
    ).toMatchObject([{ type: "office", channel: "digest" }]);
    await accessible(page);
    await looked(page, "office-notice-preferences");
  });
});
