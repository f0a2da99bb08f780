import { gatherFacts } from "@/lib/applications/facts";
import { deriveOrigin, type DerivedOrigin } from "@/lib/applications/origin";
import { evaluate } from "@/lib/applications/rules/engine";
import { rowsOf, type Finding } from "@/lib/applications/rules/rule";
import type { Scenario } from "@/lib/applications/rules/scenario-answers";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import type { DeclarationKind } from "@/prisma/generated/enums";
import { goodAnswers, newSubmitted } from "./applications";
import { newImportCertificate } from "./imports";
import { issueSubmitted } from "./office";
import { newExporter } from "./people";

/** The middle of the office's day. */
export const at = (day: string) => new Date(`${day}T15:00:00Z`);

/** The import certificates that scenarios name. Each scenario gets one of its own, under a fresh number. */
const registered = {
  BW0004471: { issuer: "BW", carats: "512.40" },
  AO00119820: { issuer: "AO", carats: "20.05" },
  ZA00771203: { issuer: "ZA", carats: "90.00" },
} as const;

/** What scenarios take as given: LIVE-1 is on a certificate that is valid and not exported. */
export async function issueLiveSeal(): Promise<void> {
  setClock(at("2026-11-10"));
  const { exporterId, owner } = await newExporter();
  const answers = goodAnswers();
  const goods = { ...answers.goods, containerCount: "1", seals: ["LIVE-1"] };
  await issueSubmitted(await newSubmitted(owner, exporterId, { ...answers, goods }));
  setClock(null);
}

/** The import certificate that a scenario draws on, with what is left of it at the start, or null. */
export async function certificateFor(scenario: Scenario, exporterId: string) {
  const row = scenario.origins.find((origin) => origin.importCertificate);
  if (!row) return null;
  const number = row.importCertificate as keyof typeof registered;
  const remaining = row.remainingBefore ?? registered[number].carats;
  const certificate = await newImportCertificate({
    exporterId: number === "ZA00771203" ? (await newExporter()).exporterId : exporterId,
    ...registered[number],
    remaining,
  });
  return { ...certificate, remaining, drawn: row.carats };
}

/**
 * What the engine says of the draft's real facts, with what only officers read, and the country of
 * origin that follows from them.
 */
export async function judgeDraft(id: string, declared: readonly DeclarationKind[], today: string) {
  const { exporterId, exporter, answers, documents } = await db().application.findUniqueOrThrow({
    where: { id },
    include: { exporter: true, documents: true },
  });
  const declarations = declared.map((kind) => ({ kind, textVersion: 1 }));
  const subject = { applicationId: id, exporterId, applicant: exporter, documents, declarations };
  const facts = await gatherFacts(db(), { ...subject, answers: answers as object }, today);
  const origin = deriveOrigin(rowsOf(facts), facts.importCertificates);
  return { findings: evaluate(facts), origin };
}

/** Each rule once, in the order of the numbers. */
export function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

/** A country of origin as scenarios write it. */
export function written(origin: DerivedOrigin): string {
  switch (origin.kind) {
    case "none":
      return "";
    case "unknown":
      return "unknown";
    case "single":
      return origin.participant;
    case "mixed":
      return `mixed:${origin.participants.join(";")}`;
  }
}
