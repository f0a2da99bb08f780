import { exporterParty } from "@/lib/applications/schema-parties";
import { isCanadianPostalCode } from "@/lib/forms/postal-code";
import { countryNames } from "@/lib/reference/lookups";
import { count, name, text, type Finding, type Rule } from "./rule";

/** R01: an applicant's address is in Canada. */
const applicantAddress: Rule = {
  id: "R01",
  severities: ["block"],
  sections: ["applicant"],
  applies: () => true,
  check({ applicant, reference }) {
    const finding = { rule: "R01", severity: "block", section: "applicant", field: null } as const;
    if (applicant.country !== "CA") {
      const country = name(countryNames(reference, applicant.country));
      return [{ ...finding, outcome: "conflict", messageKey: "R01.country", params: { country } }];
    }
    if (isCanadianPostalCode(applicant.postalCode)) return [];
    const params = { postalCode: text(applicant.postalCode) };
    return [{ ...finding, outcome: "conflict", messageKey: "R01.postalCode", params }];
  },
};

/** R02: an applicant is a resident of Canada and has attested it. */
const residency: Rule = {
  id: "R02",
  severities: ["block"],
  sections: ["applicant"],
  applies: () => true,
  check({ applicant }) {
    if (applicant.residencyAttested) return [];
    return [
      {
        rule: "R02",
        severity: "block",
        outcome: "conflict",
        messageKey: "R02.notAttested",
        params: {},
        section: "applicant",
        field: null,
      },
    ];
  },
};

/** R03: an exporter who is somebody else is fully named. */
const differentExporter: Rule = {
  id: "R03",
  severities: ["block"],
  sections: ["applicant"],
  applies: ({ answers }) => answers.applicant?.exporterIsDifferent === true,
  check({ answers }) {
    const result = exporterParty.safeParse(answers.applicant?.exporter ?? {});
    if (result.success) return [];
    const keys = result.error.issues.map((issue) => issue.message);
    return [
      {
        rule: "R03",
        severity: "block",
        outcome: keys.every((key) => key.endsWith(".required")) ? "missing" : "conflict",
        messageKey: "R03.incomplete",
        params: { missing: count(keys.length) },
        section: "applicant",
        field: `exporter.${String(result.error.issues[0]?.path[0] ?? "name")}`,
      },
    ];
  },
};

/** R04: the certificate goes to one place, and to an exporter only where there is one. */
const delivery: Rule = {
  id: "R04",
  severities: ["block"],
  sections: ["delivery", "applicant"],
  applies: () => true,
  check({ answers }) {
    const finding = { rule: "R04", severity: "block", section: "delivery", field: "to" } as const;
    const to = answers.delivery?.to;
    const found: Finding[] = [];
    if (to === undefined) {
      found.push({ ...finding, outcome: "missing", messageKey: "R04.none", params: {} });
    }
    if (to === "exporter" && answers.applicant?.exporterIsDifferent !== true) {
      found.push({ ...finding, outcome: "conflict", messageKey: "R04.noExporter", params: {} });
    }
    return found;
  },
};

export const partyRules: readonly Rule[] = [
  applicantAddress,
  residency,
  differentExporter,
  delivery,
];
