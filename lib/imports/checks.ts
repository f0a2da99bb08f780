import Decimal from "decimal.js";
import { normaliseNumber, prefixesOf } from "@/lib/imports/number";
import { originalState } from "@/lib/imports/original";
import {
  countryNames,
  isOnSchedule,
  participantByCode,
  priceBandOf,
} from "@/lib/reference/lookups";
import type { Named, Reference } from "@/lib/reference/types";
import type messages from "@/messages/en.json";

/*
 * What is checked when an import certificate is registered. Issuer, number and dates stop it, and no
 * officer can go on against them: the Act (s. 14) lets in only what a participant's valid certificate
 * came with. A late original and an unusual price are told, and do not make the certificate another one.
 */

/** What the paper says, as far as it is known yet. Days are ISO, masses and values normalised decimals. */
export interface PaperFacts {
  readonly issuer?: string | undefined;
  readonly number?: string | undefined;
  readonly issuedOn?: string | undefined;
  readonly expiresOn?: string | undefined;
  readonly importedOn?: string | undefined;
  readonly originalReceivedOn?: string | null | undefined;
  readonly lines: readonly PaperLine[];
}

export interface PaperLine {
  readonly subheading: string;
  readonly carats: string;
  readonly valueUsd: string;
}

/** A compared value, rendered in the reader's language. */
export type CheckParam =
  | { readonly as: "text" | "date" | "usd"; readonly value: string }
  | { readonly as: "count"; readonly value: number }
  | ({ readonly as: "name" } & Named);

type CheckMessages = (typeof messages)["office"]["imports"]["checks"];
export type CheckKey = keyof CheckMessages["found"];

export interface Check {
  readonly rule: "R14" | "R18" | "R19";
  /** `stopped`: cannot be registered. `told`: worth knowing. */
  readonly result: "passed" | "stopped" | "told";
  readonly key: CheckKey;
  readonly params: Readonly<Record<string, CheckParam>>;
  /** The field of the form in which it was read. */
  readonly field: string;
}

type Known = Pick<Reference, "participants" | "countries" | "priceBands">;

/** Every check for which enough is known. `today` is the day in Ottawa on which it is asked. */
export function checksOf(paper: PaperFacts, reference: Known, today: string): Check[] {
  return [
    ...prefix(paper),
    ...issuer(paper, reference),
    ...validAtImport(paper),
    ...original(paper, today),
    ...prices(paper, reference, today),
  ];
}

const text = (value: string): CheckParam => ({ as: "text", value });
const date = (value: string): CheckParam => ({ as: "date", value });
const usd = (value: string): CheckParam => ({ as: "usd", value });
const count = (value: number): CheckParam => ({ as: "count", value });
const name = ({ nameEn, nameFr }: Named): CheckParam => ({ as: "name", nameEn, nameFr });

function prefix({ issuer, number }: PaperFacts): Check[] {
  if (!issuer || !number) return [];
  const normalised = normaliseNumber(number);
  const prefixes = prefixesOf(issuer);
  const begins = prefixes.find((one) => normalised.startsWith(one));
  const common = { rule: "R18", field: "number" } as const;
  return [
    begins
      ? { ...common, result: "passed", key: "prefixAgrees", params: { prefix: text(begins) } }
      : {
          ...common,
          result: "stopped",
          key: prefixes.length > 1 ? "prefixDiffersEu" : "prefixDiffers",
          params: { number: text(number), prefix: text(issuer) },
        },
  ];
}

function issuer({ issuer: code, issuedOn }: PaperFacts, reference: Known): Check[] {
  if (!code || !issuedOn) return [];
  const participant = participantByCode(reference, code);
  const passed = participant !== null && isOnSchedule(participant, issuedOn);
  return [
    {
      rule: "R18",
      result: passed ? "passed" : "stopped",
      key: passed ? "participant" : "notParticipant",
      params: { issuer: name(countryNames(reference, code)), day: date(issuedOn) },
      field: "issuer",
    },
  ];
}

function validAtImport({ expiresOn, importedOn }: PaperFacts): Check[] {
  if (!expiresOn || !importedOn) return [];
  const passed = importedOn <= expiresOn;
  return [
    {
      rule: "R18",
      result: passed ? "passed" : "stopped",
      key: passed ? "valid" : "expired",
      params: { imported: date(importedOn), expires: date(expiresOn) },
      field: "expiresOn",
    },
  ];
}

function original({ importedOn, originalReceivedOn = null }: PaperFacts, today: string): Check[] {
  if (!importedOn || importedOn > today) return [];
  const { state, due, days, late } = originalState({ importedOn, originalReceivedOn }, today);
  if (days < 0) return [];
  const common = { rule: "R19", field: "originalReceivedOn" } as const;
  if (state === "received") {
    return late > 0
      ? [{ ...common, result: "told", key: "originalLate", params: { late: count(late) } }]
      : [{ ...common, result: "passed", key: "originalInTime", params: { day: count(days) } }];
  }
  return state === "overdue"
    ? [
        {
          ...common,
          result: "told",
          key: "originalOverdue",
          params: { due: date(due), late: count(late) },
        },
      ]
    : [{ ...common, result: "told", key: "originalAwaited", params: { due: date(due) } }];
}

/** R14 on each line of the paper: an estimate for such stones, never a reason to stop. */
function prices({ lines }: PaperFacts, reference: Known, today: string): Check[] {
  return lines.flatMap(({ subheading, carats, valueUsd }): Check[] => {
    if (!new Decimal(carats).gt(0) || !new Decimal(valueUsd).gt(0)) return [];
    const stones = { mine: null, category: "previously_imported", subheading };
    const band = priceBandOf(reference, stones, today);
    if (!band) return [];
    const price = new Decimal(valueUsd).div(carats);
    const usual = price.gte(band.low) && price.lte(band.high);
    return [
      {
        rule: "R14",
        result: usual ? "passed" : "told",
        key: usual ? "priceUsual" : "priceUnusual",
        params: {
          price: usd(price.toFixed(2)),
          subheading: text(subheading),
          low: usd(band.low),
          high: usd(band.high),
        },
        field: "usd",
      },
    ];
  });
}
