import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { findingSentence } from "@/lib/applications/finding-sentence";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { outcomeOf } from "@/lib/applications/rules/engine";
import type { Finding } from "@/lib/applications/rules/rule";
import { answersOf, documentsOf, scenarios } from "@/lib/applications/rules/scenario-answers";
import { setClock } from "@/lib/clock";
import { DeclarationKind } from "@/prisma/generated/enums";
import { newDraft, toOwnConsignee, versionOf } from "@/tests/factories/applications";
import { balanceOf } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";
import {
  at,
  certificateFor,
  issueLiveSeal,
  judgeDraft,
  rulesOf,
  written,
} from "@/tests/factories/scenarios";
import { submitApplication } from "./submit";

/*
 * Every shipment of scenarios.json through the commands that the pages call, on the real database.
 */

beforeAll(issueLiveSeal);
afterEach(() => setClock(null));

describe.each(scenarios)("$id $title", (scenario) => {
  it(`is ${scenario.expect.outcome}`, async () => {
    setClock(at(scenario.asOf));
    const { exporterId, owner } = await newExporter();
    const certificate = await certificateFor(scenario, exporterId);
    const answers = toOwnConsignee(answersOf(scenario, () => certificate?.id ?? ""));
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
      : (await judgeDraft(id, declared, scenario.asOf)).findings;
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
      if (certificate)
        expect((await balanceOf(certificate.id)).remaining).toBe(certificate.remaining);
      return;
    }
    expect(application).toMatchObject({ status: "submitted", number: submitted.value.number });
    expect(submitted.value.number).toMatch(new RegExp(`^KPO-${scenario.asOf.slice(0, 4)}-\\d{4}$`));
    const sent = await findSubmission(owner, id, 1);
    expect(sent?.snapshot).toMatchObject({ answers, referenceDay: scenario.asOf });
    const kept = sent?.snapshot.origin;
    expect(kept && written(kept)).toBe(scenario.derives);
    expect(sent?.findings.some(({ severity }) => severity === "officer")).toBe(false);
    if (certificate) {
      const left = Number(certificate.remaining) - Number(certificate.drawn);
      expect((await balanceOf(certificate.id)).remaining).toBe(left.toFixed(2));
    }
  });
});

it("runs every scenario", () => expect(scenarios).toHaveLength(33));

async function storedFindings(applicationId: string): Promise<Finding[]> {
  const officer = await newOfficer("reviewer");
  return (await findSubmission(officer, applicationId, 1))?.findings ?? [];
}
