import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { categories } from "@/lib/applications/answers";
import {
  DeclarationKind,
  DocumentKind,
  MineStatus,
  PortalTextKind,
} from "@/prisma/generated/enums";
import { day, openDay, orNull, required } from "@/prisma/seed/reference/columns";
import { parseCsv } from "@/prisma/seed/reference/csv";
import { hours } from "@/prisma/seed/reference/hours";
import { letterText, replyParagraph, returnReason } from "@/prisma/seed/reference/letter-rows";
import { textVersion } from "@/prisma/seed/reference/text-version";
import { retention } from "@/prisma/seed/reference/retention";

/*
 * The project's reference data. Each file bears the day of its source; a newer file of the same name
 * takes its place. An empty day is an open end; the code NA is Namibia.
 */

const directory = import.meta.dirname;
const code = z.string().regex(/^[A-Z]{2}$/);
const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number);
const yesNo = z.enum(["true", "false"]).transform((value) => value === "true");

const names = { name_en: required, name_fr: required };
const validity = { valid_from: openDay, valid_to: openDay };

const participant = z
  .object({ code, ...names, schedule_from: openDay, schedule_to: openDay, note: orNull })
  .transform((row) => ({
    code: row.code,
    nameEn: row.name_en,
    nameFr: row.name_fr,
    scheduleFrom: row.schedule_from,
    scheduleTo: row.schedule_to,
    note: row.note,
  }));

const country = z.object({ code, ...names, participant: code, ...validity }).transform((row) => ({
  code: row.code,
  nameEn: row.name_en,
  nameFr: row.name_fr,
  participant: row.participant,
  validFrom: row.valid_from,
  validTo: row.valid_to,
}));

const mine = z
  .object({
    code: required,
    ...names,
    province: code,
    operator: required,
    opened: year,
    closed: z.union([year, z.literal("").transform(() => null)]),
    status: z.enum(MineStatus),
    status_note: orNull,
    latitude: required,
    longitude: required,
  })
  .transform(({ name_en, name_fr, status_note, ...row }) => ({
    ...row,
    nameEn: name_en,
    nameFr: name_fr,
    statusNote: status_note,
  }));

const subheading = z
  .object({
    code: required,
    text_en: required,
    text_fr: required,
    help_en: required,
    help_fr: required,
    rough_diamond: yesNo,
  })
  .transform((row) => ({
    code: row.code,
    textEn: row.text_en,
    textFr: row.text_fr,
    helpEn: row.help_en,
    helpFr: row.help_fr,
    roughDiamond: row.rough_diamond,
  }));

const sanction = z
  .object({
    id: required,
    destination: code,
    subheading: required,
    basis_en: required,
    basis_fr: required,
    valid_from: day,
    valid_to: openDay,
    lifted_by_permit: yesNo,
  })
  .transform((row) => ({
    id: row.id,
    destination: row.destination,
    subheading: row.subheading,
    basisEn: row.basis_en,
    basisFr: row.basis_fr,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    liftedByPermit: row.lifted_by_permit,
  }));

const usd = z.string().regex(/^\d{1,10}\.\d{2}$/);
const priceBand = z
  .object({
    id: required,
    ...names,
    mine: orNull,
    category: z.union([z.enum(categories), z.literal("").transform(() => null)]),
    subheading: orNull,
    low: usd,
    high: usd,
    basis_en: required,
    basis_fr: required,
    valid_from: day,
    valid_to: openDay,
  })
  .transform(({ name_en, name_fr, basis_en, basis_fr, valid_from, valid_to, ...row }) => ({
    ...row,
    nameEn: name_en,
    nameFr: name_fr,
    basisEn: basis_en,
    basisFr: basis_fr,
    validFrom: valid_from,
    validTo: valid_to,
  }));

const requirement = z
  .object({
    id: required,
    reason: z.enum([...categories, "sema_permit", "on_paper"]),
    kind: z.enum(DocumentKind),
    per_certificate: yesNo,
    ...names,
    basis_en: required,
    basis_fr: required,
    valid_from: day,
    valid_to: openDay,
  })
  .transform((row) => ({
    id: row.id,
    reason: row.reason,
    kind: row.kind,
    perCertificate: row.per_certificate,
    nameEn: row.name_en,
    nameFr: row.name_fr,
    basisEn: row.basis_en,
    basisFr: row.basis_fr,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));

const holiday = z.object({ rule: required, ...names, ...validity }).transform((row) => ({
  rule: row.rule,
  nameEn: row.name_en,
  nameFr: row.name_fr,
  validFrom: row.valid_from,
  validTo: row.valid_to,
}));

const declaration = textVersion(Object.values(DeclarationKind));

const text = z
  .object({
    kind: z.enum(PortalTextKind),
    version: z.coerce.number().int().positive(),
    valid_from: day,
  })
  .transform(({ kind, version, valid_from }) => ({
    kind,
    version,
    validFrom: valid_from,
    textEn: wordsOf(kind, version, "en"),
    textFr: wordsOf(kind, version, "fr"),
  }));

function wordsOf(kind: PortalTextKind, version: number, language: "en" | "fr"): string {
  return readFileSync(path.join(directory, `texts/${kind}-${version}.${language}.md`), "utf8");
}

/** Everything in the newest files, checked; a wrong file throws and names its row. */
export function readReferenceFiles() {
  return {
    participants: read("participants", participant),
    countries: read("countries", country),
    mines: read("mines", mine),
    subheadings: read("tariff", subheading),
    sanctions: read("sanctions", sanction),
    priceBands: read("price-bands", priceBand),
    documentRequirements: read("document-requirements", requirement),
    holidays: read("holidays", holiday),
    hours: read("office-hours", hours),
    retention: read("retention", retention),
    declarations: read("declarations", declaration),
    texts: read("texts", text),
    returnReasons: read("return-reasons", returnReason),
    letterTexts: read("letter-texts", letterText),
    replyParagraphs: read("reply-paragraphs", replyParagraph),
  };
}

function read<T>(subject: string, row: z.ZodType<T>): T[] {
  const newest = readdirSync(directory)
    .filter((file) => new RegExp(`^${subject}-\\d{4}-\\d{2}-\\d{2}\\.csv$`).test(file))
    .sort()
    .at(-1);
  if (!newest) throw new Error(`No reference file for ${subject} in ${directory}`);
  return parseCsv(readFileSync(path.join(directory, newest), "utf8")).map((fields, index) => {
    const result = row.safeParse(fields);
    if (result.success) return result.data;
    throw new Error(`${newest}, row ${index + 2}: ${z.prettifyError(result.error)}`);
  });
}
