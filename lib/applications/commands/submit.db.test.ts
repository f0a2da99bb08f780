import { afterEach, describe, expect, it } from "vitest";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { checkApplication } from "@/lib/applications/queries/check";
import { findHistory } from "@/lib/applications/queries/history";
import type { Viewer } from "@/lib/auth/viewer";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { addDocument, removeDocument } from "@/lib/documents/commands";
import { saveExporter } from "@/lib/exporters/commands/save";
import { claim } from "@/lib/reviews/commands/claim";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import type { Answers } from "@/lib/applications/answers";
import {
  answerAll,
  bothDeclared,
  drawingAnswers,
  goodAnswers,
  newDraft,
  newSubmitted,
  pdf,
  submit,
  versionOf,
} from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";
import { profile } from "@/tests/factories/profile";
import { saveSection } from "./save";
import { submitApplication } from "./submit";
import { cancelApplication, pullBack } from "./withdraw";

afterEach(() => setClock(null));

async function returned(section: "origin" | "documents" | "delivery", answers?: Answers) {
  const { exporterId, owner } = await newExporter();
  const id = await newSubmitted(owner, exporterId, answers);
  const officer = await newOfficer("reviewer");
  expect((await claim(officer, id)).ok).toBe(true);
  const requests = [{ section, reason: "Please explain." }];
  const sent = await returnForChanges(officer, id, { requests, dueOn: "2099-01-15" });
  expect(sent.ok).toBe(true);
  return { id, exporterId, owner, officer };
}

describe("submitting", () => {
  it("makes one submission and one number of 100 simultaneous presses", async () => {
    const { exporterId, owner } = await newExporter();
    const id = await newDraft(owner, exporterId);
    const press = { version: await versionOf(id), declarations: bothDeclared };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => submitApplication(owner, id, press)),
    );
    const application = await db().application.findUniqueOrThrow({
      where: { id },
      include: { submissions: true, events: { where: { kind: "application.submitted" } } },
    });
    expect(application.submissions).toHaveLength(1);
    expect(application.events).toHaveLength(1);
    const same = { ok: true, value: { number: application.number, submissionVersion: 1 } };
    expect(answers).toEqual(answers.map(() => same));
  }, 60_000);

  it("is stopped by R15 where a row names what cannot be an import certificate", async () => {
    const { exporterId, owner } = await newExporter();
    const id = await newDraft(owner, exporterId, drawingAnswers("no such thing", "1.00"));
    const stopped = await submit(owner, id);
    expect(stopped).toMatchObject({ ok: false, error: "blocked" });
    expect("findings" in stopped && stopped.findings.map(({ rule }) => rule)).toContain("R15");
  });

  it("tells somebody else who presses that it is submitted already, with the same number", async () => {
    const { exporterId, owner } = await newExporter();
    const other = await newRepresentative(exporterId);
    const id = await newDraft(owner, exporterId);
    const press = { version: await versionOf(id), declarations: bothDeclared };
    const [a, b] = await Promise.all([
      submitApplication(owner, id, press),
      submitApplication(other, id, press),
    ]);
    expect([a, b].filter((answer) => answer.ok)).toHaveLength(1);
    expect([a, b].filter((answer) => !answer.ok)).toEqual([
      { ok: false, error: "alreadySubmitted" },
    ]);
    expect((await findApplication(owner, id))?.number).toBe(
      (await findApplication(other, id))?.number,
    );
  });

  it("counts numbers in each year of Ottawa, without a gap where a submission was refused", async () => {
    setClock(new Date("2031-01-01T04:59:00Z"));
    const { exporterId, owner } = await newExporter();
    const numbers = [];
    for (const instant of [
      "2031-01-01T04:59:00Z",
      "2031-01-01T05:00:00Z",
      "2031-06-01T12:00:00Z",
    ]) {
      setClock(new Date(instant));
      const refused = await newDraft(owner, exporterId, { ...goodAnswers(), goods: {} });
      expect(await submit(owner, refused)).toMatchObject({ ok: false, error: "blocked" });
      const id = await newSubmitted(owner, exporterId);
      numbers.push((await findApplication(owner, id))?.number);
    }
    expect(numbers).toEqual(["KPO-2030-0001", "KPO-2031-0001", "KPO-2031-0002"]);
  });

  it("promises a decision within one business day", async () => {
    setClock(new Date("2026-11-23T20:00:00Z")); // Monday 15:00 in Ottawa
    const { exporterId, owner } = await newExporter();
    const id = await newSubmitted(owner, exporterId);
    const { dueAt } = (await findApplication(owner, id)) ?? {};
    expect(dueAt?.toISOString()).toBe("2026-11-24T20:00:00.000Z");
  });

  it("freezes the applicant, the documents and the exact words that were declared", async () => {
    const { exporterId, owner } = await newExporter();
    const answers = goodAnswers();
    const id = await newDraft(owner, exporterId, answers);
    await submit(owner, id);
    const renamed = profile({ legalName: "Another Name Inc." });
    expect(await saveExporter(owner, exporterId, renamed, 1)).toEqual({
      ok: true,
      value: undefined,
    });
    await db().user.update({ where: { id: owner.userId }, data: { firstName: "Zoé" } });
    const sent = await findSubmission(owner, id, 1);
    const texts = await db().declarationText.findMany({ orderBy: { kind: "asc" } });
    expect(sent?.snapshot).toMatchObject({
      applicant: {
        legalName: "Boreal Rough Ltd.",
        individual: { userId: owner.userId, name: owner.name },
      },
      answers,
      totals: { carats: "2917.23", usd: "1764284.35" },
    });
    expect(sent?.snapshot.documents[0]).toMatchObject({ kind: "invoice", size: pdf.length });
    expect(sent?.snapshot.documents[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(
      sent?.snapshot.declarations.map(({ kind, textEn, textFr }) => [kind, textEn, textFr]),
    ).toEqual(texts.map(({ kind, textEn, textFr }) => [kind, textEn, textFr]));
    expect(sent?.snapshot.declarations[0]?.by).toEqual({
      userId: owner.userId,
      name: owner.name,
    });
  });

  it("needs the permission and the version that was read", async () => {
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId, ["view", "prepare"]);
    const id = await newDraft(helper, exporterId);
    expect(await submit(helper, id)).toEqual({ ok: false, error: "notFound" });
    const old = { version: (await versionOf(id)) - 1, declarations: bothDeclared };
    expect(await submitApplication(owner, id, old)).toEqual({
      ok: false,
      error: "changedMeanwhile",
    });
    const undeclared = {
      version: await versionOf(id),
      declarations: { rough_diamonds: 1, certification: null },
    };
    const refused = await submitApplication(owner, id, undeclared);
    expect(refused).toMatchObject({ error: "blocked", findings: [{ rule: "R26" }] });
    expect((await submit(owner, id)).ok).toBe(true);
    const editors = await db().applicationEditor.findMany({ where: { applicationId: id } });
    expect(editors.map(({ userId }) => userId).sort()).toEqual(
      [helper.userId, owner.userId].sort(),
    );
  });
});

describe("carats", () => {
  it("go to one of two applications that want more than is left, whoever comes first", async () => {
    const { exporterId, owner } = await newExporter();
    const { id: certificate } = await newImportCertificate({ exporterId, carats: "100.00" });
    const ids = [
      await newDraft(owner, exporterId, drawingAnswers(certificate, "60.00")),
      await newDraft(owner, exporterId, drawingAnswers(certificate, "60.00")),
    ];
    const outcomes = await Promise.all(ids.map((id) => submit(owner, id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      error: "blocked",
      findings: [{ rule: "R16" }],
    });
    expect(await balanceOf(certificate)).toEqual({
      remaining: "40.00",
      reserved: "60.00",
      consumed: "0.00",
    });
  });

  it("never run below zero when many draw on two certificates in both orders", async () => {
    const { exporterId, owner } = await newExporter();
    const certificates = [
      (await newImportCertificate({ exporterId, carats: "35.00" })).id,
      (await newImportCertificate({ exporterId, carats: "35.00" })).id,
    ];
    const answersOf = (order: readonly string[]): Answers => {
      const carats = "10.00";
      const usd = "4000.00";
      const answers = drawingAnswers(order[0] ?? "", carats);
      const origins = order.map((importCertificateId, index) => ({
        id: `row-${index}`,
        category: "previously_imported" as const,
        importCertificateId,
        carats,
        usd,
      }));
      const line = {
        subheading: "7102.31",
        polished: "no",
        carats: "20.00",
        usd: "8000.00",
      } as const;
      const hsLines = [line];
      return { ...answers, origin: { origins }, goods: { ...answers.goods, hsLines } };
    };
    const papers = ["invoice", "import_certificate", "import_certificate"] as const;
    const ids = [];
    for (let n = 0; n < 8; n += 1) {
      const order = n % 2 === 0 ? certificates : [...certificates].reverse();
      ids.push(await newDraft(owner, exporterId, answersOf(order), papers));
    }
    const outcomes = await Promise.all(ids.map((id) => submit(owner, id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
    for (const certificate of certificates) {
      expect((await balanceOf(certificate)).remaining).toBe("5.00");
    }
  });

  it("are adjusted by the difference when submitted again, and released when pulled back to a draft", async () => {
    const { exporterId, owner } = await newExporter();
    const { id: certificate } = await newImportCertificate({ exporterId, carats: "100.00" });
    const id = await newSubmitted(owner, exporterId, drawingAnswers(certificate, "60.00"));
    expect((await balanceOf(certificate)).remaining).toBe("40.00");
    expect(await pullBack(owner, id)).toEqual({ ok: true, value: { status: "draft" } });
    expect((await balanceOf(certificate)).remaining).toBe("100.00");
    expect((await submit(owner, id)).ok).toBe(true);

    const officer = await newOfficer("reviewer");
    await claim(officer, id);
    const requests = (["origin", "goods"] as const).map((section) => ({ section, reason: "Less" }));
    await returnForChanges(officer, id, { requests, dueOn: "2099-01-15" });
    expect((await balanceOf(certificate)).remaining).toBe("40.00");
    for (const carats of ["95.00", "15.50"]) {
      const { origin, goods } = drawingAnswers(certificate, carats);
      await saveSection(owner, id, "origin", origin ?? {}, await versionOf(id));
      await saveSection(owner, id, "goods", goods ?? {}, await versionOf(id));
      await answerAll(owner, id);
      expect((await submit(owner, id)).ok).toBe(true);
      const left = carats === "95.00" ? "5.00" : "84.50";
      expect((await balanceOf(certificate)).remaining).toBe(left);
      // Back to where it came from: returned, which keeps what it holds.
      expect(await pullBack(owner, id)).toEqual({ ok: true, value: { status: "returned" } });
      expect((await balanceOf(certificate)).remaining).toBe(left);
    }
    const entries = await db().ledgerEntry.findMany({
      where: { applicationId: id },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ kind, carats }) => `${kind} ${carats.toFixed(2)}`)).toEqual([
      "reserved 60.00",
      "released 60.00",
      "reserved 60.00",
      "reserved 35.00",
      "released 79.50",
    ]);
    expect(await cancelApplication(owner, id)).toEqual({ ok: true, value: undefined });
    expect((await balanceOf(certificate)).remaining).toBe("100.00");
  });
});

describe("after submitting", () => {
  it("nothing can be edited, and nothing taken back once an officer has claimed it", async () => {
    const { exporterId, owner } = await newExporter();
    const id = await newSubmitted(owner, exporterId);
    const version = await versionOf(id);
    const locked = { ok: false, error: "locked" };
    expect(await saveSection(owner, id, "delivery", { to: "applicant" }, version)).toEqual(locked);
    const matter = { applicationId: id };
    expect(await addDocument(owner, matter, "other", await cameIn("a.pdf", pdf))).toEqual(locked);
    const [document] = (await findApplication(owner, id))?.documents ?? [];
    expect(await removeDocument(owner, matter, document?.id ?? "")).toEqual(locked);
    expect(await versionOf(id)).toBe(version);

    await claim(await newOfficer("reviewer"), id);
    expect(await pullBack(owner, id)).toEqual({ ok: false, error: "notPossible" });
    expect(await cancelApplication(owner, id)).toEqual({ ok: false, error: "notPossible" });
    expect(await submit(owner, id)).toEqual({ ok: false, error: "overtaken" });
  });

  it("is either pulled back or claimed, never both", async () => {
    const { exporterId, owner } = await newExporter();
    for (let round = 0; round < 8; round += 1) {
      const id = await newSubmitted(owner, exporterId);
      const officer = await newOfficer("reviewer");
      const [back, claimed] = await Promise.all([pullBack(owner, id), claim(officer, id)]);
      expect([back.ok, claimed.ok].filter(Boolean)).toHaveLength(1);
    }
  });
});

describe("a returned application", () => {
  it("tells an exporter nothing of what happens inside the office", async () => {
    const { id, owner, officer } = await returned("delivery");
    const forExporter = (await findHistory(owner, id)) ?? [];
    const forOffice = (await findHistory(officer, id)) ?? [];
    expect(forExporter.map(({ what }) => what)).toEqual([
      "create",
      "addDocument",
      "addDocument",
      "submit",
      "beginReview",
      "returnForChanges",
    ]);
    expect(forOffice.some(({ what }) => what === "changeHolder")).toBe(true);
    expect(JSON.stringify(forExporter)).not.toContain(officer.name);
    expect(JSON.stringify(await findApplication(owner, id))).not.toContain(officer.userId);
  });
});

it("keeps a draft as it was typed, whatever was typed", async () => {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId, {}, []);
  const typed = "1,23\u0000 \ud800 😀 \u202E' \" \\ ${x} <b>";
  const origins = [{ id: "a", category: "new_production" as const, mine: "EKATI", carats: typed }];
  expect((await saveSection(owner, id, "origin", { origins }, 1)).ok).toBe(true);
  const kept = (await findApplication(owner, id))?.answers.origin?.origins?.[0]?.carats;
  expect(kept).toBe(typed.replace("\u0000", "").replace("\ud800", "\ufffd"));
  expect((await saveSection(owner, id, "delivery", { to: "applicant" }, 2)).ok).toBe(true);
  for (const version of [Number.NaN, -1, 0, 1.5, 2 ** 31, Infinity]) {
    // Nobody has seen such a version: whatever is stored stays.
    const saved = await saveSection(owner, id, "delivery", { to: "exporter" }, version);
    expect(saved).toMatchObject({ ok: true, value: { answers: { to: "applicant" } } });
    expect(saved.ok && saved.value.clashes).toHaveLength(1);
    const sent = await submitApplication(owner, id, { version, declarations: bothDeclared });
    expect(sent).toEqual({ ok: false, error: "changedMeanwhile" });
    expect(await findSubmission(owner, id, version)).toBeNull();
  }
});

it("says that a seal is in use, but to officers only on which certificate", async () => {
  const [first, second] = [await newExporter(), await newExporter()];
  const issued = await newSubmitted(first.owner, first.exporterId);
  const { number } = await issueSubmitted(issued);
  const id = await newSubmitted(second.owner, second.exporterId);
  const officer = await newOfficer("reviewer");
  const seen = async (viewer: Viewer) =>
    JSON.stringify([await checkApplication(viewer, id), await findSubmission(viewer, id, 1)]);
  expect(await seen(officer)).toContain(number);
  expect(await seen(second.owner)).not.toContain(number);
  expect(await seen(second.owner)).toContain("R22.live");
});
