import { createHash } from "node:crypto";
import { z } from "zod";
import { isCalendarDate } from "@/lib/calendar";
import { canonicalJson } from "@/lib/canonical-json";
import { checkCodePattern } from "@/lib/certificates/record/check-code";
import { hundredths } from "@/lib/certificates/record/figures";
import { certificateNumberPattern } from "@/lib/certificates/record/number";
import { printable } from "@/lib/forms/repertoire";
import { expiryDateOf } from "@/lib/certificates/record/validity";
import { limits } from "@/lib/forms/limits";

/** What fits on a certificate: all that an application may hold, and what the office adds. */
export const LIMITS = {
  name: limits.name,
  /** Those of the street, and three of city, region and postal code. */
  addressLines: limits.addressLines + 3,
  addressLine: limits.addressLine,
  countryName: 80,
  seals: limits.containers,
  seal: limits.seal,
  notes: limits.origins,
  note: limits.notes,
  origins: limits.origins,
  hsLines: limits.hsLines,
  hsDescription: 120,
  priorCertificates: limits.importCertificates,
  priorNumber: 20,
  title: 80,
  parcels: limits.parcels,
} as const;

const printed = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text === text.normalize("NFC"), "not in normal form C")
    .refine((text) => text.trim() === text, "blank at an end")
    .refine((text) => printable(text).ok, "not in the repertoire of the embedded fonts");
const line = (max: number) =>
  printed(max).refine((text) => !/[\r\n]/.test(text), "more than one line");

const bilingual = (max: number) => z.strictObject({ en: line(max), fr: line(max) });
/** ISO 3166-1 alpha-2, or EU, with its name in both languages on the day of issue. */
const place = bilingual(LIMITS.countryName).extend({ code: z.string().regex(/^[A-Z]{2}$/) });
// Where these fail, sums and dates are not compared: hence `abort`.
/** Two places, no sign, no leading zero; at most 9 digits of carats and 12 of dollars, as the columns hold. */
const carats = z.string().regex(/^(0|[1-9]\d{0,8})\.\d{2}$/, { abort: true });
const dollars = z.string().regex(/^(0|[1-9]\d{0,11})\.\d{2}$/, { abort: true });
const date = z.string().refine(isCalendarDate, { error: "not a calendar date", abort: true });
const number = z.string().regex(certificateNumberPattern);

const party = z.strictObject({
  name: line(LIMITS.name),
  /** Without the country, which has its own line. */
  addressLines: z.array(line(LIMITS.addressLine)).min(1).max(LIMITS.addressLines),
  /** For the short form of the address; it is in the lines too. */
  city: line(LIMITS.addressLine).optional(),
  country: place,
});

const goods = z.strictObject({
  hs: z.enum(["7102.10", "7102.21", "7102.31"]),
  carats,
  usd: dollars,
  description: bilingual(LIMITS.hsDescription),
  /** Register code of the mine or source, when the whole line has one. */
  source: line(20).optional(),
});

const facts = z.strictObject({
  /** Version of this shape and of the fixed texts printed with it. */
  schema: z.literal(1),
  number,
  issued: date,
  expires: date,
  /** Where the stones were mined: one participant; several when mixed; none when any part is unknown (s. 5(1)(h)). */
  origin: z.array(place).max(LIMITS.origins),
  destination: place,
  exporter: party,
  consignee: party,
  lines: z.array(goods).min(1).max(LIMITS.hsLines),
  totals: z.strictObject({ carats, usd: dollars }),
  parcels: z.int().min(1).max(LIMITS.parcels),
  /** One for each container, in the order of the containers. */
  seals: z.array(line(LIMITS.seal)).min(1).max(LIMITS.seals),
  /** Explanatory notes of the origin rows, in their order and as typed; `about` names the row when that is of use. */
  notes: z
    .array(
      z.strictObject({
        about: bilingual(LIMITS.name).optional(),
        text: printed(LIMITS.note),
      }),
    )
    .max(LIMITS.notes),
  /** Who validated (s. 5(2)(c)); the name is as it stood on the day. */
  authorizedBy: z.strictObject({
    id: z.string().min(1).max(100),
    name: line(LIMITS.name),
    titleEn: line(LIMITS.title),
    titleFr: line(LIMITS.title),
  }),
  /** Certificates under which the stones had come to Canada (s. 2(e)(v)), with the carats drawn from each. */
  prior: z
    .array(
      z.strictObject({
        number: line(LIMITS.priorNumber),
        issuer: z.string().regex(/^[A-Z]{2}$/),
        carats,
      }),
    )
    .max(LIMITS.priorCertificates),
  replaces: number.optional(),
  checkCode: z.string().regex(checkCodePattern).optional(),
  /** Place in the status lists, random, never derived from the number. */
  statusIndex: z.int().min(0).max(131_071).optional(),
});

const sum = (values: readonly string[]): bigint =>
  values.reduce((total, value) => total + hundredths(value), 0n);
const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** The canonical facts of a certificate, frozen at issue: PDF, page, seal and statistics are functions of them. */
export const certificateRecord = facts.superRefine((record, context) => {
  const demand = (holds: boolean, path: (string | number)[], message: string): void => {
    if (!holds) context.addIssue({ code: "custom", path, message });
  };
  const { lines, totals, prior } = record;
  demand(record.expires === expiryDateOf(record.issued), ["expires"], "not 60 days after issue");
  demand(
    sum(lines.map((l) => l.carats)) === hundredths(totals.carats),
    ["totals", "carats"],
    "not the sum of the lines",
  );
  demand(
    sum(lines.map((l) => l.usd)) === hundredths(totals.usd),
    ["totals", "usd"],
    "not the sum of the lines",
  );
  demand(hundredths(totals.carats) > 0n, ["totals", "carats"], "nothing is shipped");
  demand(
    sum(prior.map((p) => p.carats)) <= hundredths(totals.carats),
    ["prior"],
    "more than the shipment",
  );
  demand(unique(lines.map((l) => l.hs)), ["lines"], "two lines for one code");
  demand(unique(record.seals), ["seals"], "two containers with one seal");
  demand(unique(record.origin.map((o) => o.code)), ["origin"], "one participant twice");
  demand(unique(prior.map((p) => `${p.issuer} ${p.number}`)), ["prior"], "one certificate twice");
  demand(record.replaces !== record.number, ["replaces"], "replaces itself");
});

export type CertificateRecord = z.infer<typeof certificateRecord>;
export type Party = CertificateRecord["exporter"];

/**
 * Checks the facts, the sums among them (Σ lines = totals) and the dates, and returns them frozen in meaning.
 * Throws a ZodError naming what does not hold: a certificate is never issued on facts that disagree.
 */
export function certificateRecordOf(facts: unknown): CertificateRecord {
  return certificateRecord.parse(facts);
}

/** SHA-256 of the canonical text, in hexadecimal. */
export function recordHash(record: CertificateRecord): string {
  return createHash("sha256").update(canonicalJson(record), "utf8").digest("hex");
}
