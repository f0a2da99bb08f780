import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { acceptInvalidation, proposeInvalidation } from "@/lib/certificates/commands/invalidate";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { startReplacement } from "@/lib/certificates/commands/replace";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { readCode } from "@/lib/certificates/pdf/read-code";
import { certificateRecordOf } from "@/lib/certificates/record/record";
import { sealAddress } from "@/lib/certificates/seal/address";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { signStatusLists } from "@/lib/certificates/status/sign-lists";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { env } from "@/lib/env";
import { pageAddress } from "@/lib/mail/addresses";
import { newSubmitted, pdf, submit } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { issueSubmitted, recommendIssue } from "@/tests/factories/office";
import { newExporter } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { giveLists, giveListsOfNow } from "./support/lists";
import { portalLogs } from "./support/logs";
import { fragmentOf, heavier, sealed, signer } from "./support/seals";
import { beginning, wordsOf } from "./support/words";

/* A certificate that the portal issued, from its PDF to the verdict; and what is made of it by others, or becomes of it. */

test.describe.configure({ timeout: 120_000 });
test.beforeAll(async () => {
  await signStatusLists(await signer("credential"));
});

const word = (page: Page) => page.locator("#verdict .word");
const inOther = (page: Page) => page.locator("#verdict .other-word");

/** The verdict in English, and in French beside it. */
async function expectVerdict(page: Page, fragment: string, english: string, french: string) {
  await page.goto("about:blank");
  await page.goto(`/V${fragment}`);
  await expect(word(page)).toHaveText(english);
  await expect(inOther(page)).toHaveText(french);
}

async function newIssued() {
  const { owner, exporterId } = await newExporter();
  const applicationId = await newSubmitted(owner, exporterId);
  const { certificateId, reviewer, signatory } = await issueSubmitted(applicationId);
  const { record, sealed } = await db().certificate.findUniqueOrThrow({
    where: { id: certificateId },
    include: { sealed: true },
  });
  const { statusIndex, ...facts } = certificateRecordOf(record);
  if (!sealed || statusIndex === undefined) throw new Error("A certificate is sealed.");
  const fragment = fragmentOf(Uint8Array.from(sealed.seal));
  const by = { owner, reviewer, signatory };
  return { certificateId, ...by, record: { ...facts, statusIndex }, seal: sealed.seal, fragment };
}

/** Waits for the worker, and downloads the PDF from the page of its exporter. */
async function download(page: Page, certificateId: string): Promise<Uint8Array> {
  const t = wordsOf("en");
  await page.goto(
    pageAddress(env().PORTAL_URL, "en", "/certificates/[certificateId]", { certificateId }),
  );
  const paper = page.getByRole("link", {
    name: beginning(t("certificate.pdf", { size: "" }).split("(")[0] ?? ""),
  });
  await expect(async () => {
    await page.reload();
    await expect(paper).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  const [file] = await Promise.all([page.waitForEvent("download"), paper.click()]);
  return Uint8Array.from(readFileSync(await file.path()));
}

test("its code is read from its PDF at 150 and at 300 dots an inch, and is valid; so is the PDF itself", async ({
  page,
  openFor,
}) => {
  const { certificateId, owner, seal, fragment, record } = await newIssued();
  const bytes = await download(await openFor(owner), certificateId);
  const address = sealAddress(env().PORTAL_URL, seal);
  for (const dotsAnInch of [150, 300]) expect(await readCode(bytes, dotsAnInch)).toBe(address);

  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url().split("#")[0] ?? ""));
  await expectVerdict(page, new URL(address).hash, "Valid", "Valide");
  await expect(page.locator("#verdict .serial")).toHaveText(record.number);
  await page.getByRole("button", { name: "Français" }).click();
  await expect(word(page)).toHaveText("Valide");

  await page.goto("about:blank");
  await page.goto("/V");
  const buffer = Buffer.from(bytes);
  const file = { name: `${record.number}.pdf`, mimeType: "application/pdf", buffer };
  await page.getByLabel("Or choose a file").setInputFiles(file);
  await expect(word(page)).toHaveText("Valid");
  await expect(page.locator("#verdict .serial")).toHaveText(record.number);

  const digits = fragment.slice(1, 60);
  for (const url of asked.filter((one) => !/^(about|blob|data):/.test(one))) {
    expect(new URL(url).origin).toBe(new URL(env().PORTAL_URL).origin);
    expect(url).not.toContain(digits);
  }
  const logs = portalLogs();
  expect(logs.size).toBeGreaterThan(0);
  for (const [log, text] of logs) expect(text, log).not.toContain(digits);
});

test("what others make of it is not believed", async ({ page }) => {
  const { record, fragment } = await newIssued();
  const altered = fragmentOf(await heavier(record));
  await expectVerdict(page, altered, "Altered or false", "Modifié ou faux");
  await expect(page.locator("main")).not.toContainText(record.number);

  const stranger = await localSigner(testKeys.stranger);
  const unknown = fragmentOf(await sealed(record, stranger));
  await expectVerdict(page, unknown, "Key not known", "Clé inconnue");
  // The stranger's key under the name of Canada's.
  const { kid } = await signer("seal");
  const pretended = fragmentOf(await sealed(record, { ...stranger, kid }));
  await expectVerdict(page, pretended, "Altered or false", "Modifié ou faux");
  // And the real one is valid still.
  await expectVerdict(page, fragment, "Valid", "Valide");
});

test.describe("what becomes of it", () => {
  // A page under a service worker is not answered by a test.
  test.use({ serviceWorkers: "block" });

  test("invalidated by two", async ({ page }) => {
    const { certificateId, reviewer, signatory, fragment } = await newIssued();
    const authority = { authority: "Kimberley Process Office", recipient: "kp@example.ae" };
    const reason = "The mass was mistaken.";
    await proposeInvalidation(reviewer, certificateId, { reason, ...authority });
    const where = { certificateId };
    const { id } = await db().invalidationProposal.findFirstOrThrow({ where });
    await giveListsOfNow(page);
    await expectVerdict(page, fragment, "Valid", "Valide");
    expect(await acceptInvalidation(signatory, certificateId, id)).toEqual({ ok: true });
    await page.unrouteAll();
    await giveListsOfNow(page);
    await expectVerdict(page, fragment, "Invalidated", "Invalidé");
  });

  test("replaced by another, which names it", async ({ page }) => {
    const { certificateId, owner, reviewer, signatory, fragment, record } = await newIssued();
    const begun = await startReplacement(owner, certificateId, randomUUID());
    if (!begun.ok) throw new Error(begun.error);
    const { applicationId } = begun.value;
    for (const kind of ["invoice", "import_certificate"] as const) {
      await addDocument(owner, { applicationId }, kind, await cameIn("a.pdf", pdf));
    }
    expect(await submit(owner, applicationId)).toMatchObject({ ok: true });
    await recommendIssue(reviewer, applicationId);
    expect(await issueCertificate(signatory, applicationId)).toMatchObject({ ok: true });
    const successor = await db().sealedCertificate.findFirstOrThrow({
      where: { certificate: { applicationId } },
    });
    await giveListsOfNow(page);
    await expectVerdict(page, fragment, "Replaced", "Remplacé");
    const next = fragmentOf(Uint8Array.from(successor.seal));
    await expectVerdict(page, next, "Valid", "Valide");
    await expect(page.locator("main")).toContainText(record.number);
  });

  test("its list grows old, and its time ends", async ({ page }) => {
    const { fragment, record } = await newIssued();
    await giveLists(page, {});
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    await page.clock.setFixedTime(later(3));
    const old = [
      "Seal genuine, status not recent",
      "Sceau authentique, statut non récent",
    ] as const;
    await expectVerdict(page, fragment, ...old);
    await page.clock.setFixedTime(later(8));
    const tooOld = [
      "Seal genuine, status too old",
      "Sceau authentique, statut trop ancien",
    ] as const;
    await expectVerdict(page, fragment, ...tooOld);
    await page.clock.setFixedTime(new Date(`${record.expires}T24:00:00Z`));
    await expectVerdict(page, fragment, "Expired", "Expiré");
  });
});

test.describe("without a network, after one visit", () => {
  test.use({ faultsExpected: true, locale: "fr-CA" });

  test("it is valid, in French", async ({ page, context }) => {
    const { fragment } = await newIssued();
    await page.goto("/V");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const kept = () =>
      page.evaluate(async () => (await (await caches.open("kp-check-data")).keys()).length);
    await expect.poll(kept).toBe(3);
    await context.setOffline(true);
    await expectVerdict(page, fragment, "Valide", "Valid");
    await expect(page.locator(".checks li").last()).toContainText("n’a pas pu être interrogé");
  });
});
