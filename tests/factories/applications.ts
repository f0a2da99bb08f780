import { randomUUID } from "node:crypto";
import Decimal from "decimal.js";
import type { Answers } from "@/lib/applications/answers";
import { createApplication } from "@/lib/applications/commands/create";
import { replyToRequest } from "@/lib/applications/commands/reply";
import { saveSection } from "@/lib/applications/commands/save";
import { submitApplication } from "@/lib/applications/commands/submit";
import { findApplication } from "@/lib/applications/queries/find";
import { answersOf, scenarios, type Scenario } from "@/lib/applications/rules/scenario-answers";
import type { AnsweredSection } from "@/lib/applications/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import type { DocumentKind } from "@/prisma/generated/enums";
import { another, cameIn } from "@/tests/factories/documents";

/** The smallest bytes that are a PDF file. */
export const pdf = new TextEncoder().encode(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

export const bothDeclared = { rough_diamonds: 1, certification: 1 } as const;

/** A shipment of scenarios.json by its id. */
export function scenario(id: string): Scenario {
  const found = scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
}

const noImports = (number: string): string => {
  throw new Error(`${number} is not registered`);
};

/** Answers with a consignee to whom nobody else ships, so that no other test's shipment is the same (R39). */
export function toOwnConsignee(answers: Answers): Answers {
  const name = `Meridian Rough ${randomUUID().slice(0, 8)} BV`;
  const { consignee } = answers;
  return {
    ...answers,
    consignee: { ...consignee, consignee: { ...consignee?.consignee, name } },
  };
}

/** The answers of S02: two mines, accepted without a word. */
export const goodAnswers = (): Answers => toOwnConsignee(answersOf(scenario("S02"), noImports));

/** Answers that draw carats of an import certificate and are right but for the balance. */
export function drawingAnswers(importCertificateId: string, carats: string): Answers {
  const drawn = toOwnConsignee(answersOf(scenario("S05"), () => importCertificateId));
  // As the register has it, so that nothing is said of the price (R17).
  const usd = new Decimal(carats).times(800).toFixed(2);
  return {
    ...drawn,
    origin: {
      origins: [{ id: "row-1", category: "previously_imported", importCertificateId, carats, usd }],
    },
    goods: { ...drawn.goods, hsLines: [{ subheading: "7102.31", polished: "no", carats, usd }] },
  };
}

/** A draft with these answers and documents, made by the real commands. */
export async function newDraft(
  viewer: Viewer,
  exporterId: string,
  answers: Answers = goodAnswers(),
  documents: readonly DocumentKind[] = ["invoice", "import_certificate"],
): Promise<string> {
  const created = await createApplication(viewer, exporterId, randomUUID());
  if (!created.ok) throw new Error(created.error);
  const { applicationId } = created.value;
  let version = 1;
  for (const section of Object.keys(answers) as AnsweredSection[]) {
    const saved = await saveSection(
      viewer,
      applicationId,
      section,
      answers[section] ?? {},
      version,
    );
    if (!saved.ok) throw new Error(saved.error);
    version = saved.value.version;
  }
  for (const [n, kind] of documents.entries()) {
    const before = documents.slice(0, n).filter((each) => each === kind).length;
    const upload = await cameIn(`${kind}.pdf`, before > 0 ? another(pdf, before) : pdf);
    const added = await addDocument(viewer, { applicationId }, kind, upload);
    if (!added.ok) throw new Error(added.error);
  }
  return applicationId;
}

export async function versionOf(applicationId: string): Promise<number> {
  const { version } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
  return version;
}

/** Presses Submit on what the page shows now. */
export async function submit(viewer: Viewer, applicationId: string) {
  const version = await versionOf(applicationId);
  return submitApplication(viewer, applicationId, { version, declarations: bothDeclared });
}

/** Says of every request of a returned application that it is done. */
export async function answerAll(viewer: Viewer, applicationId: string): Promise<void> {
  for (const { id } of (await findApplication(viewer, applicationId))?.requests ?? []) {
    const replied = await replyToRequest(viewer, applicationId, id, { done: true, note: "" });
    if (!replied.ok) throw new Error(replied.error);
  }
}

/** A submitted application; fails the test where the rules refuse it. */
export async function newSubmitted(
  viewer: Viewer,
  exporterId: string,
  answers: Answers = goodAnswers(),
): Promise<string> {
  const applicationId = await newDraft(viewer, exporterId, answers);
  const submitted = await submit(viewer, applicationId);
  if (!submitted.ok) throw new Error(`${submitted.error} ${JSON.stringify(submitted)}`);
  return applicationId;
}
