import { beforeEach, expect, it } from "vitest";
import { keepShipment } from "./keep-shipment";
import { sectionValues } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-problems";
import { saveSection } from "@/lib/applications/commands/save";
import { findApplication } from "@/lib/applications/queries/find";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { goodAnswers, newDraft, versionOf } from "@/tests/factories/applications";
import { newExporter, newRepresentative } from "@/tests/factories/people";

/* The summary of a copy is declared on and sent with one press: on what it showed, and nothing else. */

let owner: ExporterViewer;
let other: ExporterViewer;
let id: string;
let version: number;

beforeEach(async () => {
  const made = await newExporter();
  owner = made.owner;
  other = await newRepresentative(made.exporterId);
  id = await newDraft(owner, made.exporterId, goodAnswers(), []);
  version = await versionOf(id);
});

/** What the owner types on the page that showed `version`. */
async function typed(carats: string) {
  const application = await findApplication(owner, id);
  if (!application) throw new Error("no application");
  const formData = new FormData();
  for (const [name, text] of Object.entries(sectionValues("goods", goodAnswers(), "en"))) {
    if (name === "containerCount" || name === "seals") formData.append(name, text);
  }
  formData.append("origins[0].carats", carats);
  return keepShipment(owner, application, formData, version, "en");
}

const carats = async () => (await findApplication(owner, id))?.answers.origin?.origins?.[0]?.carats;

it("is kept, and its version goes on to the declaration", async () => {
  const kept = await typed("7.00");
  expect(kept.ok && kept.value.version).toBe(await versionOf(id));
  expect(await carats()).toBe("7.00");
});

it("is not declared where somebody has changed another section since the page was drawn", async () => {
  const consignee = { ...goodAnswers().consignee, destination: "IL" };
  await saveSection(other, id, "consignee", consignee, version);
  expect(await typed("7.00")).toEqual({ ok: false, error: "changedMeanwhile" });
});

it("is not declared where somebody has changed the same answer", async () => {
  const origin = structuredClone(goodAnswers().origin ?? {});
  if (origin.origins?.[0]) origin.origins[0].carats = "9.00";
  await saveSection(other, id, "origin", origin, version);
  expect(await carats()).toBe("9.00");
  expect(await typed("7.00")).toEqual({ ok: false, error: "changedMeanwhile" });
  // Told, and shown what it is now, they may say theirs again.
  version = await versionOf(id);
  expect((await typed("7.00")).ok).toBe(true);
  expect(await carats()).toBe("7.00");
});
