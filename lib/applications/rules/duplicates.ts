import { totalsOf } from "@/lib/applications/totals";
import { carats, date, rowsOf, text, usd, type Facts, type Finding, type Rule } from "./rule";

/** For how many days an application counts as sent just before. */
export const duplicateDays = 30;

/** The mass and value that another application would have to share, or null while there are none. */
export function comparedTotals({ answers }: Pick<Facts, "answers">) {
  if (!answers.consignee?.consignee?.name) return null;
  const { carats, usd, usdPerCarat } = totalsOf(answers.origin?.origins ?? []);
  return usdPerCarat === null ? null : { carats, usd };
}

/**
 * R39: the same consignee, mass and value twice within 30 days. An exporter learns of their own
 * applications only; that somebody else sent the same is for officers.
 */
const duplicate: Rule = {
  id: "R39",
  severities: ["warn", "officer"],
  sections: ["consignee", "origin"],
  applies: (facts) => rowsOf(facts).length > 0 && comparedTotals(facts) !== null,
  check(facts) {
    const totals = totalsOf(rowsOf(facts));
    const consignee = nameKey(facts.answers.consignee?.consignee?.name ?? "");
    return facts.sameFigures
      .filter((other) => nameKey(other.consigneeName) === consignee)
      .map(({ number, exporterId, submittedOn }): Finding => {
        const own = exporterId === facts.exporterId;
        return {
          rule: "R39",
          severity: own ? "warn" : "officer",
          outcome: "conflict",
          messageKey: own ? "R39.own" : "R39.others",
          params: {
            number: text(number),
            sent: date(submittedOn),
            carats: carats(totals.carats),
            usd: usd(totals.usd),
          },
          section: "consignee",
          field: "consignee.name",
        };
      });
  },
};

/** A name as it is compared: letter case, accents, spaces and punctuation make no difference. */
function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

export const duplicateRules: readonly Rule[] = [duplicate];
