import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { newBusinessNumber } from "@/tests/factories/business-number";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { mailWith } from "./support/mails";
import { inBothWays } from "./support/both-ways";
import { labelled } from "./support/words";

/*
 * An announcement from the first word to the last: written in both languages, looked at, planned, shown above the pages of those
 * that it is for, told, hidden by one of them, and taken back before its time.
 */

inBothWays(({ t, at, locale, accessible, looked }) => {
  const fr = locale === "fr";
  const press = (page: Page, name: string) =>
    page.getByRole("main").getByRole("button", { name, exact: true }).click();
  const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
  type Name = "titleEn" | "titleFr" | "textEn" | "textFr" | "fromTime" | "untilDay";
  const field = (page: Page, name: Name) =>
    page.getByRole("textbox", { name: labelled(t(`office.broadcasts.write.${name}`)) });
  const region = (page: Page) => page.getByRole("region", { name: t("frame.banners") });
  const banner = (page: Page, title: string) =>
    region(page).getByRole("heading", { name: title, exact: true });

  async function write(page: Page, mark: string): Promise<void> {
    await field(page, "titleEn").fill(`Closed ${mark}`);
    await field(page, "titleFr").fill(`Fermé ${mark}`);
    await field(page, "textEn").fill("The Office is closed.\nThe portal stays <b>open</b>.");
    await field(page, "textFr").fill("Le Bureau est fermé.\nLe portail reste <b>ouvert</b>.");
    await field(page, "fromTime").fill(fr ? "0 h" : "0:00");
    await field(page, "untilDay").fill(addDays(todayInOttawa(), 2));
  }
  const audience = (page: Page, name: "all" | "chosen") =>
    page.getByRole("radio", { name: t(`office.broadcasts.write.${name}`) });

  async function takeBack(page: Page): Promise<void> {
    await press(page, t("office.broadcasts.takeBack.button"));
    await expect(page.locator(".error-summary")).toContainText(
      t("errors.broadcasts.confirm.required"),
    );
    await page.getByRole("checkbox").check();
    await press(page, t("office.broadcasts.takeBack.button"));
    await expect(page.locator(".tag").first()).toHaveText(t("office.broadcasts.states.takenBack"));
  }

  test("is planned for one exporter, shown, told, hidden by a reader and taken back", async ({
    openFor,
  }) => {
    const mark = randomUUID().slice(0, 8);
    const title = fr ? `Fermé ${mark}` : `Closed ${mark}`;
    const businessNumber = newBusinessNumber();
    const legalName = `Announced ${mark} Ltd.`;
    const { exporterId, owner } = await newExporter({ legalName, businessNumber });
    const agent = await newRepresentative(exporterId, ["view"]);
    const other = await newExporter();

    // ── An administrator writes it; what is missing is said, and nothing typed is lost ──
    const desk = await openFor(await newOfficer("administrator"));
    await desk.goto(at("/office/broadcasts"));
    await accessible(desk);
    await desk.getByRole("link", { name: t("office.broadcasts.plan") }).click();
    await accessible(desk);
    await looked(desk, "broadcast-new");
    await press(desk, t("office.broadcasts.write.preview"));
    for (const key of ["titleEn.required", "textFr.required", "audience.required"] as const) {
      await expect(desk.locator(".error-summary")).toContainText(t(`errors.broadcasts.${key}`));
    }
    await write(desk, mark);
    await desk.getByRole("checkbox").check();
    await audience(desk, "chosen").check();
    const unknown = newBusinessNumber();
    await desk
      .getByRole("textbox", { name: new RegExp(`^${t("office.broadcasts.write.numbers")}`) })
      .fill(`${unknown}\n${businessNumber}`);
    await press(desk, t("office.broadcasts.write.preview"));
    await expect(desk.locator(".error-summary")).toContainText(unknown);
    await desk
      .getByRole("textbox", { name: new RegExp(`^${t("office.broadcasts.write.numbers")}`) })
      .fill(businessNumber);

    // ── It is looked at in both languages before it can be planned ──
    await press(desk, t("office.broadcasts.write.preview"));
    await expect(
      desk.getByRole("heading", { name: t("office.broadcasts.preview.title") }),
    ).toBeVisible();
    for (const said of [`Closed ${mark}`, `Fermé ${mark}`, legalName]) {
      await expect(desk.getByRole("main").getByText(said, { exact: true }).first()).toBeVisible();
    }
    await expect(desk.getByText(t("office.broadcasts.preview.atOnce"))).toBeVisible();
    await accessible(desk);
    await looked(desk, "broadcast-preview");
    await field(desk, "titleEn").fill(`Shut ${mark}`);
    await press(desk, t("office.broadcasts.write.publish"));
    await expect(desk.locator(".error-summary")).toContainText(t("errors.broadcasts.changed"));
    await field(desk, "titleEn").fill(`Closed ${mark}`);
    await press(desk, t("office.broadcasts.write.preview"));
    // What is looked at is there before it is planned.
    await expect(desk.locator(".error-summary")).toHaveCount(0);
    await press(desk, t("office.broadcasts.write.publish"));
    await expect(h1(desk)).toHaveText(title);
    await expect(
      desk.getByText(t("office.broadcasts.states.shown"), { exact: true }),
    ).toBeVisible();
    await accessible(desk);
    await looked(desk, "broadcast");

    // ── Those that it is for see it above their pages, and nobody else does ──
    const page = await openFor(owner);
    for (const address of [at("/home"), at("/account"), at("/contact")]) {
      await page.goto(address);
      await expect(banner(page, title)).toBeVisible();
      await expect(region(page)).toContainText(t("frame.bannerFor", { exporters: legalName }));
    }
    await page.goto(at("/home"));
    await expect(region(page)).toContainText("<b>");
    await accessible(page);
    await looked(page, "banner");
    const stranger = await openFor(other.owner);
    await stranger.goto(at("/home"));
    await expect(banner(stranger, title)).toHaveCount(0);

    // ── One hides it; the colleague still reads it ──
    await region(page)
      .getByRole("button", { name: `${t("frame.hideBanner")} ${title}` })
      .click();
    await expect(banner(page, title)).toHaveCount(0);
    await expect(page).toHaveURL(at("/home"));
    const colleague = await openFor(agent);
    await colleague.goto(at("/applications"));
    await expect(banner(colleague, title)).toBeVisible();

    // ── The worker tells both, in the list and by mail ──
    const { email } = await db().user.findUniqueOrThrow({ where: { id: agent.userId } });
    await mailWith(email ?? "", `Closed ${mark}`, `Fermé ${mark}`, "<b>");
    const userIds = [owner.userId, agent.userId, other.owner.userId];
    const notices = await db().notice.findMany({
      where: { template: "urgentAnnouncement", userId: { in: userIds } },
    });
    expect(notices).toHaveLength(2);

    // ── Taken back before its time, no page shows it ──
    await desk.reload();
    await expect(desk.getByRole("main")).toContainText(
      t("office.broadcasts.one.toldBy", { told: 2, mailed: "2" }),
    );
    await takeBack(desk);
    await accessible(desk);
    await colleague.goto(at("/home"));
    await expect(banner(colleague, title)).toHaveCount(0);

    // ── Its notice stays, and says so ──
    const noticeId = notices.find(({ userId }) => userId === agent.userId)?.id ?? "";
    await colleague.goto(at("/notices/[noticeId]", { noticeId }));
    const [said = ""] = t("notices.takenBack", { day: "|" }).split("|");
    await expect(colleague.getByRole("main")).toContainText(said);
    await expect(colleague.getByRole("main")).toContainText(legalName);
    await accessible(colleague);

    // ── An officer reads it, and has nothing to press ──
    const rita = await openFor(await newOfficer("reviewer"));
    await rita.goto(at("/office/broadcasts"));
    await expect(rita.getByRole("link", { name: t("office.broadcasts.plan") })).toHaveCount(0);
    await rita.getByRole("link", { name: title, exact: true }).click();
    await expect(h1(rita)).toHaveText(title);
    await expect(rita.getByRole("main").getByRole("button")).toHaveCount(0);
  });

  test("to everybody is on public pages too, until it is taken back", async ({ openFor }) => {
    const mark = randomUUID().slice(0, 8);
    const title = fr ? `Fermé ${mark}` : `Closed ${mark}`;
    const desk = await openFor(await newOfficer("administrator"));
    await desk.goto(at("/office/broadcasts/new"));
    await write(desk, mark);
    await audience(desk, "all").check();
    await press(desk, t("office.broadcasts.write.preview"));
    await press(desk, t("office.broadcasts.write.publish"));
    await expect(h1(desk)).toHaveText(title);
    const visitor = await openFor(null);
    await visitor.goto(at("/contact"));
    await expect(banner(visitor, title)).toBeVisible();
    await expect(region(visitor).getByRole("button")).toHaveCount(0);
    await accessible(visitor);
    await takeBack(desk);
    await visitor.reload();
    await expect(banner(visitor, title)).toHaveCount(0);
  });
});
