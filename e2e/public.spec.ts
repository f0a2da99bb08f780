import { expect, expectAccessibleInBoth, test } from "./fixtures";

for (const [path, heading] of [
  ["/en", "Export rough diamonds from Canada"],
  ["/en/contact", "Contact the Kimberley Process Office"],
  ["/en/verify", "Check a certificate"],
  ["/en/sign-in", "Sign in"],
  ["/en/sign-in/problem?error=AccessDenied", "You are not signed in"],
  ["/en/signed-out", "You are signed out"],
  ["/en/no-access", "You may not open this page"],
] as const) {
  test(`${path} opens in both languages and is accessible`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page).toHaveTitle(/Canada\.ca$/);
    await expectAccessibleInBoth(page);
  });
}

test("the language link leads to the same page and back", async ({ page }) => {
  await page.goto("/fr/nous-joindre");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/contact$/);
  await page.getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL(/\/fr\/nous-joindre$/);
});

test.describe("an unknown address", () => {
  // Browsers note an answer of 404 in the console.
  test.use({ faultsExpected: true });

  test("is said in the reader's language, with status 404", async ({ page }) => {
    const french = await page.goto("/fr/rien-ici");
    expect(french?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page est introuvable");
    const outside = await page.goto("/nowhere.txt");
    expect(outside?.status()).toBe(404);
    await expect(page.getByText("Not found / Introuvable")).toBeVisible();
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the first address leads to the reader's language", async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/en$/);
    await page.getByRole("link", { name: "Sign in and apply" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  });
});
