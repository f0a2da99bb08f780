import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { enterFromPaper } from "@/lib/applications/commands/enter-from-paper";
import { saveSection } from "@/lib/applications/commands/save";
import { submitApplication } from "@/lib/applications/commands/submit";
import { cancelApplication } from "@/lib/applications/commands/withdraw";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { listPaperDrafts } from "@/lib/applications/queries/list-paper";
import type { AnsweredSection } from "@/lib/applications/schema";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { listImportBalances } from "@/lib/imports/queries/balances";
import { claim } from "@/lib/reviews/commands/claim";
import { findReview } from "@/lib/reviews/queries/find-review";
import type { DocumentKind } from "@/prisma/generated/enums";
import { bothDeclared, goodAnswers, pdf, versionOf } from "@/tests/factories/applications";
import { another, cameIn } from "@/tests/factories/documents";
import { newImportCertificate } from "@/tests/factories/imports";
import { exporterViewer, newExporter, newOfficer } from "@/tests/factories/people";

const paper = () => ({ receivedOn: todayInOttawa(), language: "fr" }) as const;

async function entered(officer: OfficerViewer) {
  const made = await newExporter();
  const started = await enterFromPaper(officer, made.exporterId, paper(), randomUUID());
  if (!started.ok) throw new Error(started.error);
  const { applicationId } = started.value;
  return { ...made, applicationId, typist: await exporterViewer(officer.userId) };
}

/** Typed in whole, with its scan or without, but not submitted. */
async function typedIn(
  officer: OfficerViewer,
  kinds: readonly DocumentKind[] = ["application_form", "invoice"],
) {
  const file = await entered(officer);
  const answers = goodAnswers();
  for (const section of Object.keys(answers) as AnsweredSection[]) {
    const at = await versionOf(file.applicationId);
    const value = answers[section] ?? {};
    const saved = await saveSection(file.typist, file.applicationId, section, value, at);
    if (!saved.ok) throw new Error(saved.error);
  }
  for (const [n, kind] of kinds.entries()) {
    const upload = await cameIn(`${kind}.pdf`, another(pdf, n + 1));
    const added = await addDocument(
      file.typist,
      { applicationId: file.applicationId },
      kind,
      upload,
    );
    if (!added.ok) throw new Error(added.error);
  }
  return file;
}

const press = async (applicationId: string, signedBy = "Agnès Lemieux") => ({
  version: await versionOf(applicationId),
  declarations: bothDeclared,
  signedBy,
});

describe("an application that came on paper", () => {
  it("is typed in by a reviewer, submitted for its exporter and reviewed by somebody else", async () => {
    const officer = await newOfficer("reviewer");
    const { applicationId, owner, typist } = await typedIn(officer);
    const unsigned = await submitApplication(
      typist,
      applicationId,
      await press(applicationId, " "),
    );
    expect(unsigned).toEqual({ ok: false, error: "notSigned" });
    const sent = await submitApplication(typist, applicationId, await press(applicationId));
    expect(sent).toMatchObject({ ok: true, value: { submissionVersion: 1 } });

    const submission = await findSubmission(owner, applicationId, 1);
    expect(submission?.snapshot).toMatchObject({
      applicant: { individual: { userId: null, name: "Agnès Lemieux" } },
      onPaper: { receivedOn: todayInOttawa(), enteredBy: { userId: officer.userId } },
    });
    expect(submission?.snapshot.declarations.map(({ by }) => by.name)).toEqual([
      "Agnès Lemieux",
      "Agnès Lemieux",
    ]);
    const events = await db().event.findMany({
      where: { applicationId },
      select: { actorRole: true },
    });
    expect(new Set(events.map(({ actorRole }) => actorRole))).toEqual(new Set(["officer"]));

    expect(await claim(officer, applicationId)).toEqual({ ok: false, error: "entered" });
    const another = await newOfficer("reviewer");
    expect(await claim(another, applicationId)).toMatchObject({ ok: true });
    const review = await findReview(another, applicationId);
    expect(review?.submitter).toEqual({ name: "Agnès Lemieux", language: "fr" });
    expect((await findReview(officer, applicationId))?.may).toMatchObject({
      ...{ claim: false, takeOver: false, review: false },
    });
  });

  it("cannot be submitted without the scan of what was signed", async () => {
    const officer = await newOfficer("reviewer");
    const { applicationId, typist } = await typedIn(officer, ["invoice"]);
    const refused = await submitApplication(typist, applicationId, await press(applicationId));
    expect(refused).toMatchObject({
      error: "blocked",
      findings: [{ rule: "R24", field: "application_form" }],
    });
  });

  it("is its exporter's as well, and nobody else's", async () => {
    const officer = await newOfficer("reviewer");
    const { applicationId, owner, typist, exporterId } = await entered(officer);
    const other = await exporterViewer((await newOfficer("reviewer")).userId);
    const stranger = (await newExporter()).owner;
    expect((await findApplication(typist, applicationId))?.permissions).toEqual([
      ...["view", "prepare", "submit"],
    ]);
    expect((await findApplication(owner, applicationId))?.paper).toBeNull();
    for (const viewer of [other, stranger]) {
      expect(await findApplication(viewer, applicationId)).toBeNull();
      const saved = await saveSection(viewer, applicationId, "delivery", { to: "applicant" }, 1);
      expect(saved).toEqual({ ok: false, error: "notFound" });
    }
    // What the exporter imported is offered to who types in, until that is over.
    await newImportCertificate({ exporterId });
    expect(await listImportBalances(typist, exporterId)).toHaveLength(1);
    expect(await listImportBalances(other, exporterId)).toHaveLength(0);
    expect(await cancelApplication(typist, applicationId)).toMatchObject({ ok: true });
    expect(await listImportBalances(typist, exporterId)).toHaveLength(0);
  });

  it("is over for who is a reviewer no more, in the middle of it", async () => {
    const officer = await newOfficer("reviewer");
    const { applicationId, typist } = await entered(officer);
    const administrator = await newOfficer("administrator");
    await db().officerChange.create({
      data: { userId: officer.userId, roles: [], reason: "left", byId: administrator.userId },
    });
    const saved = await saveSection(typist, applicationId, "delivery", { to: "applicant" }, 1);
    expect(saved).toEqual({ ok: false, error: "notFound" });
    expect(await findApplication(await exporterViewer(officer.userId), applicationId)).toBeNull();
  });

  it("is started once for one press, by a reviewer, and not for a profile of their own", async () => {
    const officer = await newOfficer("reviewer");
    const { exporterId } = await newExporter();
    const token = randomUUID();
    const started = await Promise.all([
      enterFromPaper(officer, exporterId, paper(), token),
      enterFromPaper(officer, exporterId, paper(), token),
    ]);
    expect(new Set(started.map((each) => each.ok && each.value.applicationId)).size).toBe(1);
    expect((await listPaperDrafts(officer)).filter(({ mine }) => mine)).toHaveLength(1);
    const auditor = await newOfficer("auditor");
    expect(await enterFromPaper(auditor, exporterId, paper(), randomUUID())).toEqual({
      ok: false,
      error: "notAllowed",
    });
    await db().mandate.create({
      data: { exporterId, userId: officer.userId, kind: "representative", permissions: ["view"] },
    });
    expect(await enterFromPaper(officer, exporterId, paper(), randomUUID())).toEqual({
      ok: false,
      error: "ownProfile",
    });
  });

  it("is held and recommended by nobody who typed it in, whatever SQL says", async () => {
    const officer = await newOfficer("reviewer");
    const { applicationId, typist } = await typedIn(officer);
    const sent = await submitApplication(typist, applicationId, await press(applicationId));
    if (!sent.ok) throw new Error(sent.error);
    const held = db().application.update({
      where: { id: applicationId },
      data: { holderId: officer.userId },
    });
    await expect(held).rejects.toThrow(/Application_not_held_by_enterer/);
    const { id: submissionId } = await db().submission.findFirstOrThrow({
      where: { applicationId },
    });
    const recommended = db().recommendation.create({
      data: {
        ...{ applicationId, submissionId, outcome: "issue", reasons: "", checklist: {} },
        recommendedById: officer.userId,
      },
    });
    await expect(recommended).rejects.toThrow(/Recommendation_not_by_enterer|does not review it/);
  });
});
