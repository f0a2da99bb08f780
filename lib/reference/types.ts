import type { DocumentKind, MineStatus } from "@/prisma/generated/enums";

/*
 * Days are ISO calendar dates, both ends inclusive; null leaves an end open.
 */

/** Something with a name in both languages. */
export interface Named {
  readonly nameEn: string;
  readonly nameFr: string;
}

/** A participant named in the Schedule to the Act; the names are the Schedule's. */
export interface Participant extends Named {
  readonly code: string;
  readonly scheduleFrom: string | null;
  readonly scheduleTo: string | null;
}

/** A country whose participant bears another code (Belgium: EU). Any other participant is its own country. */
export interface Country extends Named {
  readonly code: string;
  readonly participant: string;
}

export interface Mine extends Named {
  readonly code: string;
  readonly province: string;
  readonly status: MineStatus;
  /** Years. `closed` is also the year of a suspension. */
  readonly opened: number;
  readonly closed: number | null;
}

export interface TariffSubheading {
  /** "7102.10" */
  readonly code: string;
  readonly textEn: string;
  readonly textFr: string;
  readonly helpEn: string;
  readonly helpFr: string;
  /** Whether the Act calls it a rough diamond (s. 2). */
  readonly roughDiamond: boolean;
}

/** An export prohibition under the Special Economic Measures Act. */
export interface SanctionRule {
  readonly id: string;
  readonly destination: string;
  readonly subheading: string;
  readonly basisEn: string;
  readonly basisFr: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly liftedByPermit: boolean;
}

/** What a carat of such stones usually is worth, in US dollars with two decimals; wide bounds (R14). */
export interface PriceBand extends Named {
  readonly id: string;
  /** A mine's code, a category of origin and a subheading; null is any. */
  readonly mine: string | null;
  readonly category: string | null;
  readonly subheading: string | null;
  readonly low: string;
  readonly high: string;
  readonly basisEn: string;
  readonly basisFr: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A document that the rows of a category, or a permit, make obligatory on some days. */
export interface DocumentRequirement extends Named {
  readonly id: string;
  /** A category of origin, `sema_permit` or `on_paper`. */
  readonly reason: string;
  readonly kind: DocumentKind;
  /** One for each import certificate that the rows draw on. */
  readonly perCertificate: boolean;
  readonly basisEn: string;
  readonly basisFr: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A reason with which the office asks for a change. `name` is what an officer chooses, `text` what is read. */
export interface ReturnReason extends Named {
  readonly code: string;
  /** The section of an application for which it is offered; null is any. */
  readonly section: string | null;
  readonly textEn: string;
  readonly textFr: string;
}

/** A paragraph for a reply of the office. `name` is what an officer chooses, `text` what is read. */
export interface ReplyParagraph extends Named {
  readonly code: string;
  readonly textEn: string;
  readonly textFr: string;
}

/** A federal holiday as a rule of the calendar; see lib/reference/holidays.ts. */
export interface Holiday extends Named {
  readonly rule: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** When the office works from a day on, in minutes after midnight in Ottawa. */
export interface OfficeHours {
  readonly validFrom: string;
  readonly opens: number;
  readonly closes: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
}

/** All that says when the office works. */
export interface Calendar {
  readonly holidays: readonly Holiday[];
  readonly hours: readonly OfficeHours[];
}

/** The reference data that the rules need, as the office has it on a day. */
export interface Reference {
  readonly participants: readonly Participant[];
  readonly countries: readonly Country[];
  readonly mines: readonly Mine[];
  readonly subheadings: readonly TariffSubheading[];
  readonly sanctions: readonly SanctionRule[];
  readonly priceBands: readonly PriceBand[];
  readonly documentRequirements: readonly DocumentRequirement[];
}
