import type { Page } from "@playwright/test";
import { findApplication } from "@/lib/applications/queries/find";
import type { Viewer } from "@/lib/auth/viewer";
import type { Locale } from "@/lib/i18n/routing";
import { newDraft } from "@/tests/factories/applications";
import { newExporter, newRepresentative } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import { markedAnswers, newMark } from "./support/scene";
import { wordsOf } from "./support/words";

/* A section saves itself; two people in it overwrite nothing of each other. */

const consignee = (locale: Locale, id: string) =>
  locale === "en" ? `/en/applications/${id}/consignee` : `/fr/demandes/${id}/destinataire`;
const stored = async (viewer: Viewer, id: string) =>
  (await findApplication(viewer, id))?.answers.consignee?.consignee;
const field = (page: Page, name: string) => page.locator(`[name="consignee.${name}"]`);
const line = (page: Page) => page.locator(".saved");

async function newPair() {
  const { exporterId, owner } = await newExporter();
  const other = await newRepresentative(exporterId);
  return { owner, other, id: await newDraft(owner, exporterId) };
}

test.describe("a portal that goes away", () => {
  test.use({ faultsExpected: true });

  test("a changed field is saved when it is left, and every half minute, without a step", async ({
    openFor,
  }) => {
    const t = wordsOf("en");
    const { owner, id } = await newPair();
    const page = await openFor(owner);
    await page.clock.install();
    await page.goto(consignee("en", id));
    await expect(line(page)).toContainText("Last saved");
    await field(page, "name").fill("Rough & Co");
    await field(page, "city").focus();
    const saved = t("form.autosave.saved", { at: "#" }).split("#")[0] ?? "";
    await expect(line(page)).toContainText(saved);
    await expect(line(page)).toHaveAttribute("role", "status");
    expect((await stored(owner, id))?.name).toBe("Rough & Co");
    await expect(field(page, "city")).toBeFocused();

    // Still being typed.
    await field(page, "city").fill("Anvers");
    await page.clock.runFor(31_000);
    await expect.poll(async () => (await stored(owner, id))?.city).toBe("Anvers");
    await expect(field(page, "city")).toBeFocused();
    await expect(page).toHaveURL(consignee("en", id));

    // The portal away: it says so, keeps the text, and tries again.
    await page.route("**/sections/**", (route) => route.abort());
    await field(page, "city").fill("Ghent");
    await field(page, "name").focus();
    await expect(line(page)).toHaveText(t("form.autosave.away"));
    await expectAccessible(page);
    await page.unroute("**/sections/**");
    await page.clock.runFor(5000);
    await expect(line(page)).toContainText(saved);
    expect((await stored(owner, id))?.city).toBe("Ghent");

    // Closed while something is typed.
    await field(page, "city").fill("Bruges");
    await page.goto("about:blank");
    await expect.poll(async () => (await stored(owner, id))?.city).toBe("Bruges");
  });
});

test("what is typed before the scripts of a page have come stays, and is saved", async ({
  openFor,
}) => {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId, markedAnswers(newMark()));
  const page = await openFor(owner);
  let letCome = () => {};
  const come = new Promise<void>((resolve) => (letCome = resolve));
  await page.route("**/_next/static/chunks/**", async (route) => {
    await come;
    await route.continue();
  });
  await page.goto(`/en/applications/${id}/goods`, { waitUntil: "commit" });
  const typed = { "hsLines[0].carats": "7.25", seals: "A1\nB2", containerCount: "3" };
  const inPage = (name: string) => page.locator(`#page-form [name="${name}"]`);
  await expect(inPage("seals")).not.toHaveValue("");
  for (const [name, text] of Object.entries(typed)) await inPage(name).fill(text);
  letCome();
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("[name=seals]") ?? {}).some((key) =>
      key.startsWith("__reactProps"),
    ),
  );
  for (const [name, text] of Object.entries(typed)) await expect(inPage(name)).toHaveValue(text);
  // What follows the typing has followed.
  await expect(page.locator(".live output").first()).toHaveText(/^2 .*3/);
  await page.goto("about:blank");
  const answers = async () => (await findApplication(owner, id))?.answers.goods;
  await expect.poll(async () => (await answers())?.seals).toEqual(["A1", "B2"]);
});

test("a page that is only read saves nothing", async ({ openFor }) => {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId, markedAnswers(newMark()));
  const page = await openFor(owner);
  await page.clock.install();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/sections/")) sent.push(request.url());
  });
  for (const section of ["applicant", "consignee", "origin", "goods", "delivery"]) {
    await page.goto(`/en/applications/${id}/${section}`);
    await expect(line(page)).toContainText("Last saved");
    await page.clock.runFor(31_000);
  }
  expect(sent).toEqual([]);
});

for (const locale of ["en", "fr"] as const) {
  const t = wordsOf(locale);

  test(`in ${locale} two people who change the same answer are told while the page saves itself`, async ({
    openFor,
  }) => {
    const { owner, other, id } = await newPair();
    const [mine, theirs] = [await openFor(owner), await openFor(other)];
    for (const page of [mine, theirs]) await page.goto(consignee(locale, id));
    await field(theirs, "name").fill("Theirs");
    await field(theirs, "city").focus();
    await expect.poll(async () => (await stored(owner, id))?.name).toBe("Theirs");

    await field(mine, "city").fill("Anvers");
    await field(mine, "name").fill("Mine");
    await field(mine, "city").focus();
    const notice = mine.locator(".error-summary");
    await expect(notice).toContainText(t("form.clash.title", { by: other.name }));
    // Nothing moves while the reader is typing.
    await expect(field(mine, "city")).toBeFocused();
    await expect(field(mine, "name")).toHaveValue("Mine");
    expect(await stored(owner, id)).toMatchObject({ name: "Theirs", city: "Anvers" });
    await expectAccessible(mine);

    await mine.getByRole("radio", { name: t("form.clash.mine", { answer: "Mine" }) }).check();
    await expect(notice).toBeHidden();
    expect((await stored(owner, id))?.name).toBe("Mine");
  });

  test.describe(`in ${locale} without script`, () => {
    test.use({ javaScriptEnabled: false });

    test("the second sees both answers and chooses", async ({ openFor }) => {
      const { owner, other, id } = await newPair();
      const [mine, theirs] = [await openFor(owner), await openFor(other)];
      for (const page of [mine, theirs]) await page.goto(consignee(locale, id));
      const draft = (page: Page) =>
        page.getByRole("button", { name: t("application.draft"), exact: true }).click();
      await field(theirs, "name").fill("Theirs");
      await field(theirs, "city").fill("Ghent");
      await draft(theirs);
      await field(mine, "name").fill("Mine");
      await draft(mine);
      const notice = mine.locator(".error-summary");
      await expect(notice).toContainText(t("form.clash.title", { by: other.name }));
      await expect(field(mine, "city")).toHaveValue("Ghent");
      // Pressed again without a choice, nothing of either is lost.
      await draft(mine);
      await expect(notice).toContainText("Theirs");
      expect((await stored(owner, id))?.name).toBe("Theirs");
      await mine.getByRole("radio", { name: t("form.clash.mine", { answer: "Mine" }) }).check();
      await draft(mine);
      await expect(mine).not.toHaveURL(/consignee|destinataire/);
      expect(await stored(owner, id)).toMatchObject({ name: "Mine", city: "Ghent" });
    });
  });
}
