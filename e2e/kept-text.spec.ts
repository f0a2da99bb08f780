import type { Page } from "@playwright/test";
import { findApplication } from "@/lib/applications/queries/find";
import { db } from "@/lib/db";
import { newDraft } from "@/tests/factories/applications";
import { newExporter, newPerson, newRepresentative } from "@/tests/factories/people";
import { expect, expectAccessible, signInAs, test } from "./fixtures";
import { wordsOf } from "./support/words";

/* What is typed when the session has ended comes back after the sign-in, to that person alone. */

const end = (userId: string) => db().session.deleteMany({ where: { userId } });
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const notice = (page: Page) => page.locator(".notice--warning");

const keptOf = (userId: string) => db().keptText.count({ where: { userId } });

/** Signed in again, back where the press was made. */
async function signInAgain(page: Page, userId: string) {
  await expect(page).toHaveURL(/sign-in|ouvrir-session/);
  const back = new URL(page.url()).searchParams.get("returnTo") ?? "";
  await signInAs(page.context(), { userId });
  await page.goto(back);
}

test.describe("with script", () => {
  // A page that cannot save itself is answered 409, which the console notes.
  test.use({ faultsExpected: true });

  test("a section is filled in again, and others' newer answers stay", async ({ openFor }) => {
    const t = wordsOf("en");
    const { exporterId, owner } = await newExporter();
    const other = await newRepresentative(exporterId);
    const id = await newDraft(owner, exporterId);
    const address = `/en/applications/${id}/consignee`;
    const [mine, theirs] = [await openFor(owner), await openFor(other)];
    for (const page of [mine, theirs]) await page.goto(address);
    await end(owner.userId);
    await field(mine, "consignee.name").fill("Rough & Co");
    await field(mine, "consignee.city").fill("Anvers");
    await mine.getByRole("button", { name: t("application.draft"), exact: true }).click();
    await expect(mine).toHaveURL(/sign-in/);

    // Somebody else changes another answer meanwhile, and finds nothing of mine.
    await theirs.goto(address);
    await expect(notice(theirs)).toHaveCount(0);
    await field(theirs, "consignee.region").fill("Flanders");
    await theirs.getByRole("button", { name: t("application.draft"), exact: true }).click();
    await expect(theirs).not.toHaveURL(/consignee/);

    await signInAgain(mine, owner.userId);
    await expect(mine).toHaveURL(address);
    await expect(notice(mine)).toContainText(t("form.kept.title"));
    await expect(field(mine, "consignee.name")).toHaveValue("Rough & Co");
    await expectAccessible(mine);
    await mine.getByRole("button", { name: t("application.draft"), exact: true }).click();
    await expect(mine).not.toHaveURL(/consignee/);
    const stored = (await findApplication(owner, id))?.answers.consignee?.consignee;
    expect(stored).toMatchObject({ name: "Rough & Co", city: "Anvers", region: "Flanders" });
    await mine.goto(address);
    await expect(notice(mine)).toHaveCount(0);

    // Not wanted: what is stored stands there again.
    await end(owner.userId);
    await field(mine, "consignee.city").fill("Ghent");
    await mine.getByRole("button", { name: t("application.draft"), exact: true }).click();
    await signInAgain(mine, owner.userId);
    await expect(field(mine, "consignee.city")).toHaveValue("Ghent");
    await mine.getByRole("button", { name: t("form.kept.discard") }).click();
    await expect(notice(mine)).toHaveCount(0);
    await expect(field(mine, "consignee.city")).toHaveValue("Anvers");
    expect(await keptOf(owner.userId)).toBe(0);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  const t = wordsOf("fr");

  test("rows come back, and in the other language to copy", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const id = await newDraft(owner, exporterId);
    const page = await openFor(owner);
    await page.goto(`/fr/demandes/${id}/origine`);
    const carats = field(page, "origins[0].carats");
    await carats.fill("1 204,35");
    await end(owner.userId);
    const draft = { name: t("application.draft"), exact: true };
    await page.getByRole("button", draft).click();
    await signInAgain(page, owner.userId);
    await expect(notice(page)).toContainText(t("form.kept.title"));
    await expect(carats).toHaveValue("1 204,35");

    // The other language may read figures differently: there it is to be copied.
    const french = page.url();
    await page.goto(`/en/applications/${id}/origin`);
    await expect(page.locator("#typed")).toHaveValue(/1 204,35/);
    await expect(carats).not.toHaveValue(/204/);
    await page.goto(french);
    await page.getByRole("button", draft).click();
    const [row] = (await findApplication(owner, id))?.answers.origin?.origins ?? [];
    expect(row).toMatchObject({ carats: "1204.35" });
    expect(await keptOf(owner.userId)).toBe(0);
  });

  test("a profile comes back to whoever typed it, not to who signs in after them", async ({
    openFor,
  }) => {
    const [me, other] = [await newPerson(), await newPerson()];
    const page = await openFor(me);
    await page.goto("/fr/profil/nouveau");
    await field(page, "legalName").fill("Diamants & Cie");
    await end(me.userId);
    await page.getByRole("button", { name: t("profile.createButton") }).click();
    await expect(page).toHaveURL(/ouvrir-session/);
    const signIn = page.url();

    await signInAgain(page, other.userId);
    await expect(field(page, "legalName")).toHaveValue("");
    await expect(page.getByText("Diamants & Cie")).toHaveCount(0);
    await end(other.userId);
    await page.goto(signIn);
    await signInAgain(page, me.userId);
    await expect(field(page, "legalName")).toHaveValue("Diamants & Cie");

    // Refused as it stands, it is still there.
    await page.getByRole("button", { name: t("profile.createButton") }).click();
    await expect(page.locator(".error-summary")).toBeVisible();
    await expect(field(page, "legalName")).toHaveValue("Diamants & Cie");
  });
});
