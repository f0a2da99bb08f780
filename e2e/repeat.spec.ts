import type { Page } from "@playwright/test";
import type { Answers } from "@/lib/applications/answers";
import { db } from "@/lib/db";
import { readSnapshot } from "@/lib/applications/snapshot";
import {
  drawingAnswers,
  goodAnswers,
  newDraft,
  newSubmitted,
  pdf,
} from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, test } from "./fixtures";
import { beginning, labelled, wordsOf } from "./support/words";

/* A shipment like the last one, in six interactions; and what was given once is not typed again. */

const paper = (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(pdf),
});
const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
const box = (page: Page, label: string) => page.getByRole("textbox", { name: labelled(label) });
const idIn = (page: Page) => /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";

/** The newest submission of an application, as it was sent. */
async function sent(applicationId: string) {
  const found = await db().submission.findFirstOrThrow({
    where: { applicationId },
    orderBy: { version: "desc" },
  });
  return readSnapshot(found.snapshot);
}
const withoutIds = (answers: Answers) =>
  answers.origin?.origins?.map((row) => ({ ...row, id: "" }));

async function issuedShipment() {
  const made = await newExporter();
  const sourceId = await newSubmitted(made.owner, made.exporterId);
  await issueSubmitted(sourceId);
  const { number } = await db().application.findUniqueOrThrow({ where: { id: sourceId } });
  return { ...made, sourceId, number: number ?? "" };
}

test.describe("in English, with script", () => {
  const t = wordsOf("en");

  test("six interactions submit a shipment like the last one", async ({ openFor }) => {
    const { owner, exporterId, sourceId, number } = await issuedShipment();
    const page = await openFor(owner);
    await page.goto("/en/applications");
    await expect(h1(page)).toHaveText(t("applications.title"));

    /** A click, a field typed, a file chosen, a box ticked: each is one. */
    let interactions = 0;
    const interact = async (act: Promise<unknown>) => {
      interactions += 1;
      await act;
    };
    const tick = (kind: "rough_diamonds" | "certification") =>
      page
        .getByRole("group", { name: t(`summary.${kind}`) })
        .getByRole("checkbox")
        .click();

    await interact(page.getByRole("button", { name: beginning("Use again") }).click());
    await expect(h1(page)).toHaveText(t("sections.summary"));
    await expect(page.getByText(number).first()).toBeVisible();
    await interact(page.getByLabel(t("documents.files")).setInputFiles(paper("invoice-2.pdf")));
    await expect(page.getByRole("link", { name: "invoice-2.pdf" }).first()).toBeVisible();
    await interact(box(page, t("application.goods.seals")).pressSequentially("NT-77121"));
    await interact(tick("rough_diamonds"));
    await interact(tick("certification"));
    await interact(page.getByRole("button", { name: t("summary.submit") }).click());
    await expect(page).toHaveURL(/\/receipt$/);
    expect(interactions).toBeLessThanOrEqual(6);

    const copyId = idIn(page);
    expect(copyId).not.toBe(sourceId);
    const [before, after] = [await sent(sourceId), await sent(copyId)];
    expect(after.answers.consignee).toEqual(before.answers.consignee);
    expect(withoutIds(after.answers)).toEqual(withoutIds(before.answers));
    expect(after.answers.goods).toEqual({ ...before.answers.goods, seals: ["NT-77121"] });
    expect(after.documents.map(({ kind, name }) => [kind, name])).toEqual([
      ["invoice", "invoice-2.pdf"],
    ]);
    expect(await db().bookEntry.count({ where: { exporterId } })).toBe(1);
  });

  test("what is changed after a tick is not declared, and nothing typed is lost", async ({
    openFor,
  }) => {
    const { owner, exporterId, number } = await issuedShipment();
    const page = await openFor(owner);
    await page.goto("/en/applications");
    await page.getByRole("link", { name: number }).click();
    await page.getByRole("button", { name: beginning("Use again") }).click();
    await expect(h1(page)).toHaveText(t("sections.summary"));
    await expectAccessibleInBoth(page);

    const boxes = page.locator("#page-form").getByRole("checkbox");
    await boxes.first().check();
    await boxes.last().check();
    const seals = box(page, t("application.goods.seals"));
    await seals.pressSequentially("C 1, C 2");
    await expect(boxes.first()).not.toBeChecked();
    await expect(boxes.last()).not.toBeChecked();

    await boxes.first().check();
    await page.getByLabel(t("documents.files")).setInputFiles(paper("invoice-3.pdf"));
    await expect(page.getByRole("status").filter({ hasText: "1 file added" })).toBeVisible();
    await expect(boxes.first(), "a file was added since").not.toBeChecked();
    await expect(seals).toHaveValue("C 1, C 2");
    await page.getByLabel(labelled(t("documents.kind"))).selectOption("packing_list");
    await page.getByLabel(t("documents.files")).setInputFiles({
      ...paper("broken.pdf"),
      buffer: Buffer.from("This is no PDF."),
    });
    const broken = page.locator(".files > li").filter({ hasText: "broken.pdf" });
    await expect(broken).toContainText(t("documents.problems.contentDiffers"));
    await broken.getByRole("button").click();
    await expect(broken).toHaveCount(0);

    // Two seals for one container: kept as typed, and told.
    await boxes.first().check();
    await boxes.last().check();
    await page.getByRole("button", { name: t("summary.submit") }).click();
    await expect(page.locator(".error-summary")).toContainText(t("errors.summary.blocked"));
    await expect(seals).toHaveValue("C 1, C 2");
    const mass = box(page, t("application.origin.carats")).first();
    await mass.fill("1.234.5");
    await page.getByRole("button", { name: t("copy.shipment.save") }).click();
    await expect(page.locator(".error-summary li")).toHaveCount(1);
    await expect(mass).toHaveValue("1.234.5");
    await mass.fill("100.00");
    await seals.fill("C 1");
    await page.getByRole("button", { name: t("copy.shipment.save") }).click();
    await expect(page.locator(".error-summary")).toHaveCount(0);
    const copyId = idIn(page);
    const { answers } = await db().application.findUniqueOrThrow({ where: { id: copyId } });
    const { origin, goods } = answers as Answers;
    expect(origin?.origins?.[0]?.carats).toBe("100.00");
    expect(goods?.seals).toEqual(["C 1"]);
    for (const place of [
      `applications/${copyId}`,
      `applications/${copyId}/consignee`,
      `profile/${exporterId}/address-book`,
    ]) {
      await page.goto(`/en/${place}`);
      await expectAccessibleInBoth(page);
    }
  });
});

test.describe("in French, without script", () => {
  test.use({ javaScriptEnabled: false });
  const t = wordsOf("fr");

  test("a copy says what it lacks, is completed and submitted", async ({ openFor }) => {
    const { owner, exporterId } = await newExporter();
    const { id: certificateId } = await newImportCertificate({ exporterId, carats: "50.00" });
    const sourceId = await newSubmitted(owner, exporterId, drawingAnswers(certificateId, "5.00"));
    const { number } = await db().application.findUniqueOrThrow({ where: { id: sourceId } });
    const page = await openFor(owner);
    await page.goto("/fr/demandes");
    await page.getByRole("button", { name: beginning("Réutiliser") }).click();
    await expect(h1(page)).toHaveText(t("sections.summary"));
    const copyId = idIn(page);
    expect(copyId).not.toBe(sourceId);

    await page.goto(`/fr/demandes/${copyId}`);
    const notice = page.locator(".notice").filter({ hasText: number ?? "nothing" });
    await expect(notice.locator("li")).toHaveText([
      t("copy.facts.imports", { row: 1 }),
      t("copy.facts.lineAmounts", { row: 1 }),
      t("copy.facts.seals", { row: 0 }),
      t("copy.facts.documents", { row: 0 }),
    ]);
    await page.goto(`/fr/demandes/${copyId}/sommaire`);
    for (const kind of ["invoice", "import_certificate"] as const) {
      const proposed = page.getByLabel(labelled(t("documents.kind")));
      await expect(proposed).toHaveValue(kind);
      await page.getByLabel(t("documents.files")).setInputFiles(paper(`${kind}.pdf`));
      await page.getByRole("button", { name: t("documents.upload") }).click();
      await expect(page.getByText(t("documents.added", { count: 1 }))).toBeVisible();
    }
    // Too early: what is missing is told at its field, and what was typed stays.
    await box(page, t("application.goods.seals")).fill("D 1");
    await page.getByRole("button", { name: t("summary.submit") }).click();
    const summary = page.locator(".error-summary");
    await expect(summary.locator("li")).toHaveCount(5);
    await expect(box(page, t("application.goods.seals"))).toHaveValue("D 1");
    await page
      .getByRole("combobox", { name: labelled(t("application.origin.certificate")) })
      .selectOption(certificateId);
    await box(page, t("application.origin.carats")).fill("4,25");
    await box(page, t("application.origin.usd")).fill("3 400,00");
    await page.getByRole("button", { name: t("copy.shipment.save") }).click();
    await expect(page.getByRole("heading", { name: t("summary.complete") })).toBeVisible();
    for (const kind of ["rough_diamonds", "certification"] as const) {
      await page
        .getByRole("group", { name: t(`summary.${kind}`) })
        .getByRole("checkbox")
        .check();
    }
    await page.getByRole("button", { name: t("summary.submit") }).click();
    await expect(page).toHaveURL(/\/accuse-de-reception/);
    const { answers } = await sent(copyId);
    expect(answers.goods?.hsLines).toMatchObject([{ carats: "4.25", usd: "3400.00" }]);
  });

  test("a consignee and a place of the address book fill in their fields when asked to", async ({
    openFor,
  }) => {
    const { owner, exporterId } = await newExporter();
    const good = goodAnswers();
    const first = good.origin?.origins?.[0];
    const extracted = {
      id: "extracted",
      category: "extraction",
      facilityName: "Usine 2",
      facilityPlace: "Timmins ON",
      concentratesFrom: "in_canada",
      carats: first?.carats ?? "",
      usd: first?.usd ?? "",
    } as const;
    const others = good.origin?.origins?.slice(1) ?? [];
    await newSubmitted(owner, exporterId, { ...good, origin: { origins: [extracted, ...others] } });
    const draft = await newDraft(owner, exporterId, {}, []);
    const page = await openFor(owner);
    await page.goto(`/fr/demandes/${draft}/destinataire`);
    await box(page, t("application.consignee.city")).fill("Gand");
    const fill = page.getByRole("button", { name: beginning("Remplir") });
    await fill.click();
    await expect(page.locator(".error-summary")).toContainText(t("errors.book.required"));
    await expect(box(page, t("application.consignee.city"))).toHaveValue("Gand");
    await page.getByLabel(t("book.use.consignee")).selectOption({ index: 1 });
    await fill.click();
    await expect(box(page, t("application.consignee.name"))).toHaveValue(
      good.consignee?.consignee?.name ?? "",
    );
    await page.goto(`/fr/demandes/${draft}/origine`);
    await page.getByRole("button", { name: t("categories.extraction") }).click();
    await page.getByLabel(t("book.use.facility")).selectOption({ index: 1 });
    await page.getByRole("button", { name: beginning("Remplir") }).click();
    await expect(box(page, t("application.origin.facilityName"))).toHaveValue("Usine 2");
    await expect(box(page, t("application.origin.facilityPlace"))).toHaveValue("Timmins ON");

    await page.goto(`/fr/profil/${exporterId}`);
    await page
      .getByRole("main")
      .getByRole("link", { name: t("book.title") })
      .click();
    await expect(h1(page)).toHaveText(t("book.title"));
    await page.getByRole("button", { name: "Supprimer Usine 2" }).click();
    await expect(page.getByRole("status")).toContainText(t("book.removed"));
    await expect(page.getByRole("row").filter({ hasText: "Usine 2" })).toHaveCount(0);
    await expect(page.getByRole("table")).toHaveCount(1);
  });
});
