import { deflateSync } from "node:zlib";
import type { BrowserContext, Page } from "@playwright/test";
import { credentialOf } from "@/lib/certificates/credential/credential";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { SPECIMEN_NUMBER } from "@/lib/certificates/record/number";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { purposes, type Purpose } from "@/lib/certificates/status/lists";
import { encodeList, signList } from "@/lib/certificates/status/signed-list";
import { signStatusLists } from "@/lib/certificates/status/sign-lists";
import { signVcJwt } from "@/lib/certificates/credential/vc-jwt";
import { env } from "@/lib/env";
import { expect, expectAccessible, test } from "./fixtures";
import { giveLists } from "./support/lists";
import { portalLogs } from "./support/logs";
import {
  fragmentOf,
  heavier,
  qrPicture,
  recordOfToday,
  sealed,
  signer,
  statusIndex,
} from "./support/seals";

/* The check page: from the code on the paper to the verdict, in a browser, with the portal's own keys and lists. */

const record = recordOfToday();
let genuine = "";
test.beforeAll(async () => {
  genuine = fragmentOf(await sealed(record));
  await signStatusLists(await signer("credential"));
});

const verdict = (page: Page) => page.locator("#verdict");
const word = (page: Page) => page.locator("#verdict .word");
const checks = (page: Page) => page.locator(".checks li");

async function expectSaid(page: Page, said: string, number: string | null) {
  await expect(word(page)).toHaveText(said);
  await expect(verdict(page)).toBeFocused();
  if (number === null) await expect(page.locator("main")).not.toContainText(/CA\d{8}/);
  else await expect(verdict(page).locator(".serial")).toHaveText(number);
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe("/V");
  await expectAccessible(page);
}

/** Lists that say something of the tests' certificate. */
const giveBits = (page: Page, said: Partial<Record<Purpose, number>>, signedAt?: Date) =>
  giveLists(
    page,
    Object.fromEntries(
      Object.entries(said).map(([purpose, bits]) => [purpose, [[statusIndex, bits]]]),
    ),
    signedAt,
  );

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test("a genuine seal is valid, in both languages, and its facts can be ticked", async ({
  page,
}) => {
  await page.goto(`/V${genuine}`);
  await expectSaid(page, "Valid", "CA00001873");
  await expect(page.locator("#verdict .other-word")).toHaveText("Valide");
  await expect(checks(page)).toHaveText([
    /Nothing in the seal has been changed/,
    /Signed by Natural Resources Canada/,
    /In force until .*24:00 GMT\..*List (less than a minute|\d+ minutes?) old/,
  ]);
  await expect(page.getByText("0 of 16 compared")).toBeVisible();
  await page.getByRole("checkbox", { name: "Serial number CA00001873" }).check();
  await page.getByRole("checkbox", { name: "Seal 2 CA-NT 0048214" }).check();
  await expect(page.getByText("2 of 16 compared")).toBeVisible();
  await expect(page.getByText("12,480.35 carats", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Français" }).click();
  await expect(word(page)).toHaveText("Valide");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
  await expect(page).toHaveTitle("Valide - Vérifier un certificat - Canada.ca");
  await expect(page.getByText("2 sur 16 comparés")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Sceau 2 CA-NT 0048214" })).toBeChecked();
  await expect(page.getByText("Union européenne")).toBeVisible();
  await expectAccessible(page);
});

test("what was altered or made by others is not believed, and nothing of it is shown", async ({
  page,
}) => {
  await page.goto(`/V${fragmentOf(await heavier(record))}`);
  await expectSaid(page, "Altered or false", null);
  await expect(checks(page).first()).toContainText("does not match its signature");
  await expect(page.getByText("12,480.3")).toHaveCount(0);

  // The open page takes the next code from the address.
  const stranger = await sealed(record, await localSigner(testKeys.stranger));
  await page.goto(`/V${fragmentOf(stranger)}`);
  await expectSaid(page, "Key not known", null);

  const specimen = recordOfToday({ number: SPECIMEN_NUMBER });
  await page.goto(`/V${fragmentOf(await sealed(specimen, await signer("specimen")))}`);
  await expectSaid(page, "Specimen, not valid", null);

  await page.goto(`/V${genuine.slice(0, -3)}`);
  await expect(word(page)).toHaveText(/Altered or false|No seal found/);
  await page.goto("/V#12x");
  await expectSaid(page, "No seal found", null);
});

test.describe("in French", () => {
  test.use({ locale: "fr-CA" });

  test("the browser's language comes first", async ({ page }) => {
    await page.goto(`/V${fragmentOf(await heavier(record))}`);
    await expectSaid(page, "Modifié ou faux", null);
    await expect(page.locator("#verdict .other-word")).toHaveText("Altered or false");
    await page.getByRole("button", { name: "Vérifier un autre" }).click();
    await expect(page.getByRole("button", { name: "Lire le code QR" })).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("what the lists say", () => {
  // A page under a service worker is not answered by a test.
  test.use({ serviceWorkers: "block" });

  for (const [said, lists, expected] of [
    ["ended, by what is not said", { revocation: 1 }, "No longer in force"],
    ["invalidated", { revocation: 1, message: 4 }, "Invalidated"],
    ["replaced", { revocation: 1, message: 5 }, "Replaced"],
    ["surrendered", { revocation: 1, message: 6 }, "Surrendered"],
    ["received", { message: 1 }, "Already received"],
    ["under inquiry", { message: 2 }, "Under inquiry"],
    ["lost", { message: 3 }, "Reported lost or stolen"],
  ] as const) {
    test(said, async ({ page }) => {
      await giveBits(page, lists);
      await page.goto(`/V${genuine}`);
      await expectSaid(page, expected, "CA00001873");
    });
  }

  test("a list of three days is amber, of eight days red", async ({ page }) => {
    await giveLists(page, {}, daysAgo(3));
    await page.goto(`/V${genuine}`);
    // The key that signed it was not published three days ago: such a list is none.
    await expectSaid(page, "Seal genuine, status unknown", "CA00001873");
    await page.unrouteAll();
    await giveLists(page, {});
    for (const [days, expected, look] of [
      [3, "Seal genuine, status not recent", /doubt/],
      [8, "Seal genuine, status too old", /bad/],
    ] as const) {
      await page.clock.setFixedTime(daysAgo(-days));
      await page.goto("about:blank");
      await page.goto(`/V${genuine}`);
      await expectSaid(page, expected, "CA00001873");
      await expect(verdict(page)).toHaveClass(look);
      await expect(checks(page).last()).toContainText(`List ${days} days old`);
    }
  });

  test("24:00 GMT of the 60th day ends it", async ({ page }) => {
    await page.clock.setFixedTime(new Date(`${record.expires}T23:59:59Z`));
    await page.goto(`/V${genuine}`);
    await expect(word(page)).toHaveText("Seal genuine, status too old");
    await page.clock.setFixedTime(new Date(`${record.expires}T24:00:00Z`));
    await page.getByRole("button", { name: "Check again" }).click();
    await expectSaid(page, "Expired", "CA00001873");
    await page.getByText("Show the facts in the seal").click();
    await expect(page.getByText("CA-NT 0048215")).toBeVisible();
  });

  test("a list that Canada did not sign is none", async ({ page }) => {
    const other = await localSigner(testKeys.current);
    for (const purpose of purposes) {
      const list = { purpose, encodedList: encodeList(purpose, []), signedAt: new Date() };
      const body = await signList({ ...list, portalUrl: env().PORTAL_URL }, other);
      await page.route(`**/status/${purpose}`, (route) => route.fulfill({ body }));
    }
    await page.goto(`/V${genuine}`);
    await expectSaid(page, "Seal genuine, status unknown", "CA00001873");
    await expect(checks(page).last()).toContainText("no list that Canada signed");
  });
});

test.describe("without a network", () => {
  test.use({ faultsExpected: true });

  async function visited(page: Page, context: BrowserContext) {
    await page.goto("/V");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect
      .poll(() =>
        page.evaluate(() =>
          caches
            .open("kp-check-data")
            .then((kept) => kept.keys())
            .then((all) => all.length),
        ),
      )
      .toBe(3);
    await context.setOffline(true);
  }

  test("it opens, verifies and says how old its list is", async ({ page, context }) => {
    await visited(page, context);
    await page.goto("about:blank");
    await page.goto(`/V${genuine}`);
    await expectSaid(page, "Valid", "CA00001873");
    await expect(checks(page).last()).toContainText("The server could not be asked.");
    // Its own reader of codes is there too.
    await page.getByRole("button", { name: "Check another" }).click();
    const buffer = await qrPicture(`HTTPS://KP.EXAMPLE/V${genuine}`);
    await page
      .getByLabel("Or choose a file")
      .setInputFiles({ name: "a.png", mimeType: "image/png", buffer });
    await expectSaid(page, "Valid", "CA00001873");
  });

  test("it knows no status without a list, and nothing without keys", async ({ page, context }) => {
    await visited(page, context);
    const forget = (part: string) =>
      page.evaluate(async (named) => {
        const kept = await caches.open("kp-check-data");
        for (const { url } of await kept.keys()) if (url.includes(named)) await kept.delete(url);
      }, part);
    await forget("/status/");
    await page.goto(`/V${genuine}`);
    await expectSaid(page, "Seal genuine, status unknown", "CA00001873");
    await forget("jwks");
    await page.getByRole("button", { name: "Check again" }).click();
    await expectSaid(page, "Not checked yet", null);
  });
});

test("files: a photo, a PDF with the address in it, a credential, and one with nothing", async ({
  page,
}) => {
  const choose = async (name: string, mimeType: string, buffer: Buffer) => {
    await page.goto("/V");
    await page.getByLabel("Or choose a file").setInputFiles({ name, mimeType, buffer });
  };
  await choose("code.png", "image/png", await qrPicture(`${env().PORTAL_URL}/V${genuine}`));
  await expectSaid(page, "Valid", "CA00001873");

  const packed = deflateSync(`<< /S /URI /URI (${env().PORTAL_URL.toUpperCase()}/V${genuine}) >>`);
  const pdf = Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj << /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream endobj\n%%EOF"),
  ]);
  await choose("certificate.pdf", "application/pdf", pdf);
  await expectSaid(page, "Valid", "CA00001873");

  const around = {
    portalUrl: env().PORTAL_URL,
    certificateId: "0",
    sealSha256: new Uint8Array(32),
  };
  const credential = await signVcJwt(credentialOf(record, around), await signer("credential"));
  if (!credential.ok) throw new Error(credential.error);
  await choose("CA00001873.jwt", "application/vc+jwt", Buffer.from(credential.value));
  await expectSaid(page, "Valid", "CA00001873");
  await expect(page.getByText("The facts come from the file")).toBeVisible();

  await choose("other.pdf", "application/pdf", Buffer.from("%PDF-1.7\n%%EOF"));
  await expect(page.getByRole("status")).toContainText("Nothing to verify was found");
});

test("the camera reads a code in the page", async ({ page }) => {
  const picture = await qrPicture(`${env().PORTAL_URL}/V${genuine}`);
  await page.addInitScript((base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    navigator.mediaDevices.getUserMedia = async () => {
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const draw = () => canvas.getContext("2d")?.drawImage(image, 0, 0);
      setInterval(draw, 50);
      draw();
      return canvas.captureStream(10);
    };
  }, picture.toString("base64"));
  await page.goto("/V");
  await page.getByRole("button", { name: "Scan the QR code" }).click();
  await expectSaid(page, "Valid", "CA00001873");
});

test("nobody learns the certificate: no request and no log has the fragment", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const answer = await page.goto(`/V${genuine}`);
  await expectSaid(page, "Valid", "CA00001873");
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["set-cookie"]).toBeUndefined();
  expect(await page.context().cookies()).toEqual([]);
  const digits = genuine.slice(1, 60);
  // What a browser notes of a navigation has the fragment; what it sends never does.
  const sent = asked.map((url) => url.split("#")[0] ?? "");
  for (const url of sent) {
    expect(url.startsWith(env().PORTAL_URL), url).toBe(true);
    expect(url).not.toContain(digits);
  }
  const paths = new Set(sent.map((url) => new URL(url).pathname));
  for (const one of paths) {
    expect(one).toMatch(
      /^\/(V(\/[\w.]+)?|\.well-known\/jwks\.json|status\/\w+|fonts\/.*|icons\/.*)$/,
    );
  }
  for (const [log, text] of portalLogs()) expect(text, log).not.toContain(digits);
});

test("at 320 pixels nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const address of [`/V${genuine}`, "/V"]) {
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (address !== "/V") await expect(word(page)).toHaveText("Valid");
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wider).toBe(false);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says in both languages what it needs, and leads to number and code", async ({
    page,
  }) => {
    await page.goto(`/V${genuine}`);
    await expect(page.getByText("This page needs JavaScript")).toBeVisible();
    await expect(page.getByText("Cette page a besoin de JavaScript")).toBeVisible();
    await page.getByRole("link", { name: "Vérifier par numéro et code" }).click();
    await expect(page).toHaveURL(/\/fr\/verifier$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vérifier un certificat");
  });
});
