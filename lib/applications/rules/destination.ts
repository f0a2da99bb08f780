import { originsOfRow } from "@/lib/applications/origin";
import {
  countryNames,
  holdsOn,
  isOnSchedule,
  participantByCode,
  participantOfCountry,
  prohibitions,
} from "@/lib/reference/lookups";
import { count, date, linesOf, name, rowsOf, text, type Finding, type Rule } from "./rule";

/** R05: an export goes to a participant of the Schedule, and not to Canada. */
const destinationOnSchedule: Rule = {
  id: "R05",
  severities: ["block"],
  sections: ["consignee"],
  applies: () => true,
  check({ answers, reference, today }) {
    const code = answers.consignee?.destination;
    const finding = {
      rule: "R05",
      severity: "block",
      section: "consignee",
      field: "destination",
    } as const;
    if (!code) return [{ ...finding, outcome: "missing", messageKey: "R05.none", params: {} }];
    if (code === "CA") {
      return [{ ...finding, outcome: "conflict", messageKey: "R05.canada", params: {} }];
    }
    const participant = participantByCode(reference, code);
    if (participant && isOnSchedule(participant, today)) return [];
    const params = { destination: name(countryNames(reference, code)), day: date(today) };
    return [{ ...finding, outcome: "conflict", messageKey: "R05.notOnSchedule", params }];
  },
};

/** R06: the consignee is in the participant of destination. */
const consigneeCountry: Rule = {
  id: "R06",
  severities: ["block"],
  sections: ["consignee"],
  applies: ({ answers }) => Boolean(answers.consignee?.destination),
  check({ answers, reference }) {
    const destination = answers.consignee?.destination ?? "";
    const country = answers.consignee?.consignee?.country;
    const finding = {
      rule: "R06",
      severity: "block",
      section: "consignee",
      field: "consignee.country",
    } as const;
    if (!country) return [{ ...finding, outcome: "missing", messageKey: "R06.none", params: {} }];
    const participant = participantOfCountry(reference, country);
    if (participant === destination) return [];
    const compared = {
      country: name(countryNames(reference, country)),
      destination: name(countryNames(reference, destination)),
    };
    if (participant === null) {
      return [
        { ...finding, outcome: "conflict", messageKey: "R06.noParticipant", params: compared },
      ];
    }
    const params = { ...compared, participant: name(countryNames(reference, participant)) };
    return [{ ...finding, outcome: "conflict", messageKey: "R06.other", params }];
  },
};

/**
 * R07: what may not be exported there. A permit under the Special Economic Measures Act, with a copy,
 * lifts the block; an officer and the signatory then see it.
 */
const exportProhibition: Rule = {
  id: "R07",
  severities: ["block", "officer"],
  sections: ["consignee", "goods", "documents"],
  applies: (facts) =>
    Boolean(facts.answers.consignee?.destination) &&
    linesOf(facts).some(({ subheading }) => subheading),
  check(facts) {
    const { answers, reference, today, documents } = facts;
    const destination = answers.consignee?.destination ?? "";
    const permit = answers.goods?.semaPermit ?? "";
    const copied = documents.some(({ kind }) => kind === "sema_permit");
    return linesOf(facts).flatMap(({ subheading = "" }, index) =>
      prohibitions(reference, destination, subheading, today).map((rule): Finding => {
        const common = { rule: "R07", outcome: "conflict", section: "goods" } as const;
        const params = {
          subheading: text(subheading),
          destination: name(countryNames(reference, destination)),
          basis: name({ nameEn: rule.basisEn, nameFr: rule.basisFr }),
        };
        const field = `hsLines[${index}].subheading`;
        if (!rule.liftedByPermit) {
          return { ...common, severity: "block", messageKey: "R07.notLifted", params, field };
        }
        if (permit === "") {
          return { ...common, severity: "block", messageKey: "R07.prohibited", params, field };
        }
        const withPermit = { ...params, permit: text(permit) };
        if (!copied) {
          return {
            ...common,
            severity: "block",
            messageKey: "R07.permitCopy",
            params: withPermit,
            section: "documents",
            field: "sema_permit",
          };
        }
        return {
          ...common,
          severity: "officer",
          messageKey: "R07.permit",
          params: withPermit,
          field: "semaPermit",
        };
      }),
    );
  },
};

/** R08: an officer looks at everything that goes to a country under measures, or comes from Russia. */
const economicMeasures: Rule = {
  id: "R08",
  severities: ["officer"],
  sections: ["consignee", "origin"],
  applies: ({ answers }) => Boolean(answers.consignee?.destination ?? answers.origin?.origins),
  check(facts) {
    const { answers, reference, importCertificates, today } = facts;
    const destination = answers.consignee?.destination ?? "";
    const finding = { rule: "R08", severity: "officer", outcome: "conflict" } as const;
    const found: Finding[] = [];
    const holds = reference.sanctions.some(
      (rule) =>
        rule.destination === destination &&
        holdsOn({ from: rule.validFrom, to: rule.validTo }, today),
    );
    if (holds) {
      found.push({
        ...finding,
        messageKey: "R08.destination",
        params: { destination: name(countryNames(reference, destination)) },
        section: "consignee",
        field: "destination",
      });
    }
    rowsOf(facts).forEach((row, index) => {
      // SOR/2014-58, s. 3.15 restricts stones of Russian origin wherever they come from.
      if (!originsOfRow(row, importCertificates)?.includes("RU")) return;
      found.push({
        ...finding,
        messageKey: "R08.origin",
        params: { row: count(index + 1), origin: name(countryNames(reference, "RU")) },
        section: "origin",
        field: `origins[${index}].category`,
      });
    });
    return found;
  },
};

export const destinationRules: readonly Rule[] = [
  destinationOnSchedule,
  consigneeCountry,
  exportProhibition,
  economicMeasures,
];
