import type { RuleId } from "@/lib/applications/rules/rule";
import { amountsCases } from "./amounts";
import { destinationCases } from "./destination";
import { duplicateCases } from "./duplicates";
import { evidenceCases } from "./evidence";
import { goodsCases } from "./goods";
import { importsCases } from "./imports";
import { originRowsCases } from "./origin-rows";
import { partiesCases } from "./parties";
import { priceCases } from "./prices";
import type { Cases } from "./shipments";

/** Of every rule the shipments that pass and those that do not. */
export const cases: Readonly<Record<RuleId, Cases>> = {
  ...partiesCases,
  ...destinationCases,
  ...originRowsCases,
  ...amountsCases,
  ...importsCases,
  ...goodsCases,
  ...evidenceCases,
  ...priceCases,
  ...duplicateCases,
};

/** Every shipment that a rule finds something in. */
export const failures = Object.entries(cases).flatMap(([rule, { finds }]) =>
  finds.map(([facts, severity, message, field]) => ({
    rule: rule as RuleId,
    facts,
    severity,
    message,
    field,
  })),
);
