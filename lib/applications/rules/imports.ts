import Decimal from "decimal.js";
import { limits } from "@/lib/forms/limits";
import { normaliseNumber, prefixesOf } from "@/lib/imports/number";
import { originalDueOn } from "@/lib/imports/original";
import { isOnSchedule, countryNames, participantByCode } from "@/lib/reference/lookups";
import { decimalOf, sumOf } from "@/lib/applications/totals";
import {
  carats,
  count,
  date,
  list,
  name,
  rowsOf,
  text,
  type Facts,
  type Finding,
  type ImportCertificateFact,
  type Rule,
} from "./rule";

/** The rows of imported stones with the register's entry, where it is this exporter's. */
export function importRows(facts: Facts) {
  return rowsOf(facts).flatMap((row, index) => {
    if (row.category !== "previously_imported" || !row.importCertificateId) return [];
    const entry = facts.importCertificates.find(
      ({ id, exporterId }) => id === row.importCertificateId && exporterId === facts.exporterId,
    );
    return [{ row, index, entry: entry ?? null }];
  });
}

/** Each certificate that this application draws on, once, with the rows that do. */
function drawnOn(facts: Facts) {
  const drawn = new Map<ImportCertificateFact, { index: number; carats: string | undefined }[]>();
  for (const { row, index, entry } of importRows(facts)) {
    if (entry) drawn.set(entry, [...(drawn.get(entry) ?? []), { index, carats: row.carats }]);
  }
  return [...drawn].map(([entry, rows]) => ({ entry, rows, first: rows[0]?.index ?? 0 }));
}

export const hasImports = (facts: Facts) => importRows(facts).length > 0;
const fieldOf = (index: number) => `origins[${index}].importCertificateId`;

/** R15: only certificates that the office has registered for this profile, and not too many to print. */
const registeredForProfile: Rule = {
  id: "R15",
  severities: ["block"],
  sections: ["origin"],
  applies: hasImports,
  check(facts) {
    const unknown = importRows(facts)
      .filter(({ entry }) => entry === null)
      .map(({ index }): Finding => ({
        rule: "R15",
        severity: "block",
        outcome: "conflict",
        messageKey: "R15.notRegistered",
        params: { row: count(index + 1) },
        section: "origin",
        field: fieldOf(index),
      }));
    const drawn = drawnOn(facts);
    const firstTooMany = drawn[limits.importCertificates];
    if (!firstTooMany) return unknown;
    const tooMany: Finding = {
      rule: "R15",
      severity: "block",
      outcome: "conflict",
      messageKey: "R15.tooMany",
      params: { given: count(drawn.length), max: count(limits.importCertificates) },
      section: "origin",
      field: fieldOf(firstTooMany.first),
    };
    return [...unknown, tooMany];
  },
};

/** R16: all rows together draw no more than is left. The ledger's constraint has the last word. */
const remainingCarats: Rule = {
  id: "R16",
  severities: ["block"],
  sections: ["origin"],
  applies: hasImports,
  check(facts) {
    return drawnOn(facts).flatMap(({ entry, rows }): Finding[] => {
      const drawn = sumOf(rows.map((row) => row.carats));
      if (new Decimal(drawn).lte(entry.remaining)) return [];
      const last = rows.findLast((row) => decimalOf(row.carats) !== null) ?? rows[0];
      const index = last?.index ?? 0;
      return [
        {
          rule: "R16",
          severity: "block",
          outcome: "conflict",
          messageKey: new Decimal(entry.remaining).isZero() ? "R16.usedUp" : "R16.overdrawn",
          params: {
            row: count(index + 1),
            drawn: carats(drawn),
            certificate: text(entry.number),
            remaining: carats(entry.remaining),
          },
          section: "origin",
          field: `origins[${index}].carats`,
        },
      ];
    });
  },
};

/** R18: the certificate was good when it came in. Its number is unique by a constraint of the register. */
const goodCertificate: Rule = {
  id: "R18",
  severities: ["officer"],
  sections: ["origin"],
  applies: hasImports,
  check(facts) {
    return drawnOn(facts).flatMap(({ entry, first }): Finding[] => {
      const finding = {
        rule: "R18",
        severity: "officer",
        outcome: "conflict",
        section: "origin",
        field: fieldOf(first),
      } as const;
      const found: Finding[] = [];
      const certificate = text(entry.number);
      const issuer = participantByCode(facts.reference, entry.issuer);
      if (!issuer || !isOnSchedule(issuer, entry.issuedOn)) {
        const params = {
          certificate,
          issuer: name(countryNames(facts.reference, entry.issuer)),
          day: date(entry.issuedOn),
        };
        found.push({ ...finding, messageKey: "R18.issuer", params });
      }
      const number = normaliseNumber(entry.number);
      if (!prefixesOf(entry.issuer).some((prefix) => number.startsWith(prefix))) {
        const params = { certificate, prefix: text(entry.issuer) };
        found.push({ ...finding, messageKey: "R18.prefix", params });
      }
      if (entry.expiresOn < entry.importedOn) {
        const params = {
          certificate,
          expired: date(entry.expiresOn),
          imported: date(entry.importedOn),
        };
        found.push({ ...finding, messageKey: "R18.expired", params });
      }
      return found;
    });
  },
};

/** R19: the paper original is due at the office within seven days of the import (REGS 8). */
const originalReceived: Rule = {
  id: "R19",
  severities: ["officer"],
  sections: ["origin"],
  applies: hasImports,
  check(facts) {
    return drawnOn(facts)
      .filter(({ entry }) => entry.originalReceivedOn === null)
      .map(({ entry, first }): Finding => {
        const due = originalDueOn(entry.importedOn);
        return {
          rule: "R19",
          severity: "officer",
          outcome: "conflict",
          messageKey: facts.today > due ? "R19.overdue" : "R19.due",
          params: { certificate: text(entry.number), due: date(due) },
          section: "origin",
          field: fieldOf(first),
        };
      });
  },
};

/** R20: a part of a parcel of several origins, or of an unknown one, carries all of them. */
const singleOriginImported: Rule = {
  id: "R20",
  severities: ["warn"],
  sections: ["origin"],
  applies: hasImports,
  check(facts) {
    return importRows(facts).flatMap(({ index, entry }): Finding[] => {
      if (!entry || entry.origins.length === 1) return [];
      const finding = {
        rule: "R20",
        severity: "warn",
        outcome: "conflict",
        section: "origin",
        field: fieldOf(index),
      } as const;
      const compared = { row: count(index + 1), certificate: text(entry.number) };
      if (entry.origins.length === 0) {
        return [{ ...finding, messageKey: "R20.unknown", params: compared }];
      }
      const origins = entry.origins.map((code) => name(countryNames(facts.reference, code)));
      return [
        { ...finding, messageKey: "R20.several", params: { ...compared, origins: list(origins) } },
      ];
    });
  },
};

export const importRules: readonly Rule[] = [
  registeredForProfile,
  remainingCarats,
  goodCertificate,
  originalReceived,
  singleOriginImported,
];
