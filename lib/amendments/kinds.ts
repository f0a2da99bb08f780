import type { Field } from "@/lib/amendments/fields";
import {
  bothBases,
  bothNames,
  bothTexts,
  code,
  country,
  day,
  days,
  degrees,
  importing,
  may,
  must,
  name,
  of,
  openDays,
  ownDays,
  usd,
  version,
  words,
  year,
} from "@/lib/amendments/fields-parts";
import { categories } from "@/lib/applications/answers";
import { letterKinds } from "@/lib/reviews/letters/texts";
import { askableSections } from "@/lib/reviews/schema";
import { DeclarationKind, DocumentKind, MineStatus, ReferenceKind } from "@/prisma/generated/enums";

// Every kind of reference data, described once: its table, its fields, what names a row, and on which days
// rows hold. Pages, forms, files and checks are made of this.

export interface KindSpec {
  readonly table: string;
  readonly fields: readonly Field[];
  /** The fields of the table's primary key; never changed. */
  readonly key: readonly string[];
  /** The fields that a list shows besides the key, in its order. */
  readonly shown: readonly string[];
  /** The first and last day on which a row holds, where it has its own. */
  readonly from?: string;
  readonly to?: string;
  /** `asked`: a change holds from the day that it names. `today`: whoever reads the table finds it at once. */
  readonly holds: "asked" | "today";
  /** A row never changes once it is there: the next version takes its place. */
  readonly versions?: true;
  /** Of these an application feels a change; empty where none does. */
  readonly weighs: readonly string[];
}

/** Words of several kinds, each in versions that never change. */
const versioned = (table: string, options: readonly string[]): KindSpec => ({
  table,
  fields: [
    must("kind", { type: "choice", options }),
    must("version", version),
    ...bothTexts,
    must("validFrom", day),
  ],
  key: ["kind", "version"],
  shown: ["textEn"],
  from: "validFrom",
  holds: "today",
  versions: true,
  weighs: [],
});

export const kinds: Readonly<Record<ReferenceKind, KindSpec>> = {
  participants: {
    table: "Participant",
    fields: [
      must("code", country),
      ...bothNames,
      may("scheduleFrom", day),
      may("scheduleTo", day),
      may("note", { type: "text", most: 500 }),
      ...importing,
    ],
    key: ["code"],
    shown: ["nameEn", "mailbox", "note"],
    from: "scheduleFrom",
    to: "scheduleTo",
    holds: "asked",
    weighs: ["scheduleFrom", "scheduleTo"],
  },
  countries: {
    table: "Country",
    fields: [
      must("code", country),
      ...bothNames,
      must("participant", of("participants")),
      ...openDays,
    ],
    key: ["code"],
    shown: ["nameEn", "participant"],
    ...days,
    holds: "asked",
    weighs: ["participant", "validFrom", "validTo"],
  },
  mines: {
    table: "Mine",
    fields: [
      must("code", code("EKATI")),
      ...bothNames,
      must("province", { ...country, example: "NT" }),
      must("operator", name),
      must("opened", year),
      may("closed", year),
      must("status", { type: "choice", options: Object.values(MineStatus) }),
      may("statusNote", { type: "text", most: 500 }),
      must("latitude", degrees(90)),
      must("longitude", degrees(180)),
    ],
    key: ["code"],
    shown: ["nameEn", "province", "operator", "opened", "closed", "status"],
    holds: "asked",
    weighs: ["opened", "closed", "status"],
  },
  subheadings: {
    table: "TariffSubheading",
    fields: [
      must("code", { type: "code", pattern: /^\d{4}\.\d{2}$/, example: "7102.10" }),
      ...bothTexts,
      must("helpEn", words),
      must("helpFr", words),
      must("roughDiamond", { type: "flag" }),
    ],
    key: ["code"],
    shown: ["textEn", "roughDiamond"],
    holds: "asked",
    weighs: ["roughDiamond"],
  },
  sanctions: {
    table: "SanctionRule",
    fields: [
      must("id", code("RU-7102.10")),
      must("destination", of("participants")),
      must("subheading", of("subheadings")),
      ...bothBases,
      ...ownDays,
      must("liftedByPermit", { type: "flag" }),
    ],
    key: ["id"],
    shown: ["destination", "subheading", "basisEn", "liftedByPermit"],
    ...days,
    holds: "asked",
    weighs: ["destination", "subheading", "validFrom", "validTo", "liftedByPermit"],
  },
  priceBands: {
    table: "PriceBand",
    fields: [
      must("id", code("EKATI-7102.10")),
      ...bothNames,
      may("mine", of("mines")),
      may("category", { type: "choice", options: categories }),
      may("subheading", of("subheadings")),
      must("low", usd),
      must("high", usd),
      ...bothBases,
      ...ownDays,
    ],
    key: ["id"],
    shown: ["nameEn", "low", "high"],
    ...days,
    holds: "asked",
    weighs: ["mine", "category", "subheading", "low", "high", "validFrom", "validTo"],
  },
  documentRequirements: {
    table: "DocumentRequirement",
    fields: [
      must("id", code("imported-invoice")),
      must("reason", { type: "choice", options: [...categories, "sema_permit", "on_paper"] }),
      must("kind", { type: "choice", options: Object.values(DocumentKind) }),
      must("perCertificate", { type: "flag" }),
      ...bothNames,
      ...bothBases,
      ...ownDays,
    ],
    key: ["id"],
    shown: ["nameEn", "reason", "perCertificate"],
    ...days,
    holds: "asked",
    weighs: ["reason", "kind", "perCertificate", "validFrom", "validTo"],
  },
  holidays: {
    table: "Holiday",
    fields: [
      must("rule", {
        type: "code",
        pattern:
          /^(?:\d\d-\d\d|easter[+-]\d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day before \d\d-\d\d|(?:first|second|third|fourth) (?:mon|tues|wednes|thurs|fri|satur|sun)day of \d\d)$/,
        example: "07-01, easter-2, monday before 05-25, first monday of 09",
      }),
      ...bothNames,
      ...openDays,
    ],
    key: ["rule"],
    shown: ["nameEn"],
    ...days,
    holds: "today",
    weighs: [],
  },
  officeHours: {
    table: "OfficeHours",
    fields: [
      must("validFrom", day),
      must("opens", { type: "time" }),
      must("closes", { type: "time" }),
      must("weekdays", { type: "weekdays" }),
    ],
    key: ["validFrom"],
    shown: ["opens", "closes", "weekdays"],
    from: "validFrom",
    holds: "today",
    weighs: [],
  },
  returnReasons: {
    table: "ReturnReason",
    fields: [
      must("code", code("seal-number")),
      may("section", { type: "choice", options: askableSections }),
      ...bothNames,
      ...bothTexts,
      ...ownDays,
    ],
    key: ["code"],
    shown: ["nameEn", "section"],
    ...days,
    holds: "today",
    weighs: [],
  },
  declarations: versioned("DeclarationText", Object.values(DeclarationKind)),
  letters: versioned("LetterText", letterKinds),
  replyParagraphs: {
    table: "ReplyParagraph",
    fields: [must("code", code("original-received")), ...bothNames, ...bothTexts, ...ownDays],
    key: ["code"],
    shown: ["nameEn", "textEn"],
    ...days,
    holds: "today",
    weighs: [],
  },
};

export const referenceKinds = Object.values(ReferenceKind);

/** The kind that an address names. */
export const kindNamed = (text: string): ReferenceKind | null =>
  referenceKinds.find((kind) => kind === text) ?? null;
