import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { gatherFacts } from "@/lib/applications/facts";
import { findingSentence } from "@/lib/applications/finding-sentence";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { evaluate, outcomeOf } from "@/lib/applications/rules/engine";
import type { Finding } from "@/lib/applications/rules/rule";
import { answersOf, documentsOf, scenarios } from "@/lib/applications/rules/scenario-answers";
import type { DerivedOrigin } from "@/lib/applications/origin";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { DeclarationKind } from "@/prisma/generated/enums";
import { goodAnswers, newDraft, newSubmitted, versionOf } from "@/tests/factories/applications";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { submitApplication } from "./submit";

/*
 * Every shipment of scenarios.json through the commands that the pages call, on the real database.
 */

const registered = {
  BW0004471: { issuer: "BW", carats: "512.40" },
  AO00119820: { issuer: "AO", carats: "20.05" },
  ZA00771203: { issuer: "ZA", carats: "90.00" },
} as const;
type RegisteredNumber = keyof typeof registered;

const at = (day: string) => new Date(`${day}T15:00:00Z`);
afterEach(() => setClock(null));

beforeAll(async () => {
  setClock(at("2026-11-10"));
  const { exporterId, owner } = await newExporter();
  const answers = goodAnswers();
  const goods = { ...answers.goods, containerCount: "1", seals: ["LIVE-1"] };
  await issueSubmitted(await newSubmitted(owner, exporterId, { ...answers, goods }));
  setClock(null);
});

function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

describe.each(scenarios)("$id $title", (scenario) => {
  it(`is ${scenario.expect.outcome}`, async () => {
    setClock(at(scenario.asOf));
    const { exporterId, owner } = await newExporter();
    const row = scenario.origins.find((origin) => origin.importCertificate);
    const number = row?.importCertificate as RegisteredNumber | undefined;
    const certificate = number
      ? await newImportCertificate({
          exporterId: number === "ZA00771203" ? (await newExporter()).exporterId : exporterId,
          ...registered[number],
          ...(row?.remainingBefore ? { remaining: row.remainingBefore } : {}),
        })
      : null;
    const answers = answersOf(scenario, () => certificate?.id ?? "");
    const id = await newDraft(owner, exporterId, answers, documentsOf(scenario));

    const declared = scenario.declarations ?? Object.values(DeclarationKind);
    const version = await versionOf(id);
    const submitted = await submitApplication(owner, id, {
      version,
      declarations: {
        rough_diamonds: declared.includes("rough_diamonds") ? 1 : null,
        certification: declared.includes("certification") ? 1 : null,
      },
    });

    const findings = submitted.ok
      ? await storedFindings(id)
      : await findingsOnDraft(id, declared, scenario.asOf);
    expect(rulesOf(findings)).toEqual(scenario.expect.rules ?? []);
    expect(outcomeOf(findings)).toBe(scenario.expect.outcome);
    for (const finding of findings) {
      const [en, fr] = [findingSentence(finding, "en"), findingSentence(finding, "fr")];
      expect(en).not.toBe(fr);
      expect(`${en}${fr}`).not.toMatch(/[{}]|undefined|rules\./u);
    }

    const application = await findApplication(owner, id);
    if (!submitted.ok) {
      expect(submitted.error).toBe("blocked");
      const shown = submitted.error === "blocked" ? submitted.findings : [];
      expect(shown).toEqual(findings.filter(({ severity }) => severity !== "officer"));
      expect(application).toMatchObject({
        status: "draft",
        number: null,
        version,
        submissions: [],
      });
      if (certificate && row)
        expect((await balanceOf(certificate.id)).remaining).toBe(row.remainingBefore);
      return;
    }
    expect(application).toMatchObject({ status: "submitted", number: submitted.value.number });
    expect(submitted.value.number).toMatch(new RegExp(`^KPO-${scenario.asOf.slice(0, 4)}-\\d{4}$`));
    const sent = await findSubmission(owner, id, 1);
    expect(sent?.snapshot).toMatchObject({ answers, referenceDay: scenario.asOf });
    const kept = sent?.snapshot.origin;
    expect(kept && written(kept)).toBe(scenario.derives);
    expect(sent?.findings.some(({ severity }) => severity === "officer")).toBe(false);
    if (certificate && row?.remainingBefore) {
      const { remaining } = await balanceOf(certificate.id);
      expect(Number(remaining)).toBeCloseTo(Number(row.remainingBefore) - Number(row.carats), 5);
    }
  });
});

it("runs every scenario", () => expect(scenarios).toHaveLength(33));

async function storedFindings(applicationId: string): Promise<Finding[]> {
  const officer = await newOfficer("reviewer");
  return (await findSubmission(officer, applicationId, 1))?.findings ?? [];
}

/** What the engine says of the draft's real facts, with what only officers read. */
async function findingsOnDraft(id: string, declared: readonly DeclarationKind[], today: string) {
  const { exporterId, exporter, answers, documents } = await db().application.findUniqueOrThrow({
    where: { id },
    include: { exporter: true, documents: true },
  });
  const declarations = declared.map((kind) => ({ kind, textVersion: 1 }));
  const subject = { applicationId: id, exporterId, applicant: exporter, documents, declarations };
  return evaluate(await gatherFacts(db(), { ...subject, answers: answers as object }, today));
}

function written(origin: DerivedOrigin): string {
  if (origin.kind === "single") return origin.participant;
  return origin.kind === "mixed" ? `mixed:${origin.participants.join(";")}` : origin.kind;
}
