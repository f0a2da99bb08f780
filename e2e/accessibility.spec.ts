import { newAnnounced } from "@/tests/factories/announcements";
import { newCorrection, newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, test } from "./fixtures";
import { inState, markedAnswers, newMark, type Scene } from "./support/scene";

/* Axe on the pages that the journey does not reach, in both languages. */

async function newScene(): Promise<Scene & { importId: string }> {
  const { exporterId, owner } = await newExporter();
  const { id: importId } = await newImportCertificate({ exporterId, remaining: "50.00" });
  return { exporterId, importId, owner, reviewer: await newOfficer("reviewer") };
}
const answers = () => markedAnswers(newMark());

test("the exporter's other pages", async ({ openFor }) => {
  const scene = await newScene();
  const draft = await inState.draft(scene, answers());
  const submitted = await inState.submitted(scene, answers());
  const announced = await newAnnounced(scene.owner, scene.exporterId);
  const page = await openFor(scene.owner);
  for (const address of [
    "/en/home",
    "/en/applications",
    `/en/profile/${scene.exporterId}`,
    `/en/applications/${draft}/cancel`,
    `/en/applications/${submitted}`,
    `/en/applications/${submitted}/cancel`,
    `/en/applications/${submitted}/origin`,
    `/en/applications/${submitted}/summary`,
    `/en/imports/${scene.importId}`,
    `/en/imports/${scene.importId}?kind=corrected`,
    "/en/applications/00000000-0000-4000-8000-000000000000",
    "/en/imports",
    "/en/imports/new",
    `/en/imports/announcements/${announced}`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessibleInBoth(page);
  }
});

test("the officers' other pages", async ({ openFor }) => {
  test.slow();
  const scene = await newScene();
  const held = await inState.in_review(scene, answers());
  const waiting = await inState.submitted(scene, answers());
  const advised = await inState.recommendedRejection(scene, answers());
  const both = await newOfficer("reviewer", "signatory");
  const { id: other } = await newImportCertificate({ exporterId: scene.exporterId });
  await newCorrection(scene.reviewer, other);
  for (const [officer, addresses] of [
    [scene.reviewer, [`/en/office/review/${held}/recommend`]],
    [
      both,
      [
        `/en/office/review/${held}/take-over`,
        `/en/office/review/${held}`,
        `/en/office/review/${waiting}`,
        `/en/office/issue/${advised}`,
        "/en/office/queue?state=closed",
        `/en/office/imports/${scene.importId}`,
        `/en/office/imports/${scene.importId}/correction`,
        `/en/office/imports/${other}/correction`,
        "/en/office/imports",
        `/en/office/imports/${scene.importId}/original`,
        `/en/office/imports/${scene.importId}/confirmation`,
        "/en/office/review/00000000-0000-4000-8000-000000000000",
      ],
    ],
  ] as const) {
    const page = await openFor(officer);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessibleInBoth(page);
    }
  }
});
