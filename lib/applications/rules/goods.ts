import { polishedHeading } from "@/lib/applications/polished";
import { normaliseSeal, repeatedSeals } from "@/lib/applications/seals";
import { importRows } from "./imports";
import { count, linesOf, list, text, type Finding, type Rule } from "./rule";

/** R21: rough diamonds only; and, where stones were imported, under the heading they came in with. */
const roughDiamondSubheading: Rule = {
  id: "R21",
  severities: ["block", "warn"],
  sections: ["goods"],
  applies: () => true,
  check(facts) {
    const lines = linesOf(facts);
    const declared = lines.map(({ subheading }) => subheading ?? "").filter((code) => code !== "");
    const finding = { rule: "R21", section: "goods" } as const;
    if (declared.length === 0) {
      return [
        {
          ...finding,
          severity: "block",
          outcome: "missing",
          messageKey: "R21.none",
          params: {},
          field: "hsLines[0].subheading",
        },
      ];
    }
    const found = lines.flatMap(({ subheading, polished }, index): Finding[] => {
      if (!subheading) return [];
      const conflict = {
        ...finding,
        severity: "block",
        outcome: "conflict",
        params: { subheading: text(subheading) },
        field: `hsLines[${index}].subheading`,
      } as const;
      const known = facts.reference.subheadings.find(({ code }) => code === subheading);
      if (!known?.roughDiamond) return [{ ...conflict, messageKey: "R21.notRough" }];
      const heading = polishedHeading[subheading];
      if (heading && polished === "yes") {
        const params = { row: count(index + 1), heading: text(heading) };
        const field = `hsLines[${index}].polished`;
        return [{ ...conflict, messageKey: "R21.polished", params, field }];
      }
      if (lines.findIndex((line) => line.subheading === subheading) === index) return [];
      return [{ ...conflict, messageKey: "R21.twice" }];
    });
    importRows(facts).forEach(({ index, entry }) => {
      if (!entry || entry.subheadings.length === 0) return;
      if (entry.subheadings.some((code) => declared.includes(code))) return;
      found.push({
        ...finding,
        severity: "warn",
        outcome: "conflict",
        messageKey: "R21.differs",
        params: {
          row: count(index + 1),
          certificate: text(entry.number),
          registered: list(entry.subheadings.map(text)),
          declared: list(declared.map(text)),
        },
        field: "hsLines[0].subheading",
      });
    });
    return found;
  },
};

/** R22: one seal for each container, none twice, none of another live certificate. */
const seals: Rule = {
  id: "R22",
  severities: ["block", "warn"],
  sections: ["goods"],
  applies: () => true,
  check({ answers, liveSeals }) {
    const given = (answers.goods?.seals ?? []).filter((seal) => seal.trim() !== "");
    const typed = answers.goods?.containerCount ?? "";
    const containers = /^\d{1,6}$/.test(typed) ? Number(typed) : null;
    const finding = { rule: "R22", section: "goods" } as const;
    if (containers === null || given.length === 0) {
      return [
        {
          ...finding,
          severity: "block",
          outcome: "missing",
          messageKey: "R22.none",
          params: {},
          field: containers === null ? "containerCount" : "seals[0]",
        },
      ];
    }
    const found: Finding[] = [];
    if (given.length !== containers) {
      found.push({
        ...finding,
        severity: "block",
        outcome: "conflict",
        messageKey: "R22.number",
        params: { containers: count(containers), seals: count(given.length) },
        field: "containerCount",
      });
    }
    const repeated = repeatedSeals(given);
    given.forEach((seal, index) => {
      const at = { ...finding, outcome: "conflict", field: `seals[${index}]` } as const;
      const again = repeated.find(({ place }) => place === index + 1);
      if (again) {
        const params = { seal: text(seal), n: count(again.place), first: count(again.first) };
        found.push({ ...at, severity: "block", messageKey: "R22.twice", params });
        return;
      }
      const live = liveSeals.find((other) => normaliseSeal(other.seal) === normaliseSeal(seal));
      if (!live) return;
      const params = { seal: text(seal), certificate: text(live.certificate) };
      found.push({ ...at, severity: "warn", messageKey: "R22.live", params });
    });
    return found;
  },
};

export const goodsRules: readonly Rule[] = [roughDiamondSubheading, seals];
