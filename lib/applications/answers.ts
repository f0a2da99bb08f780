import type { DocumentKind, ScanState } from "@/prisma/generated/enums";

/**
 * What an exporter has answered so far, section by section, as stored in `Application.answers`.
 * Anything may be missing in a draft. Masses (carats), values (US dollars) and counts are the
 * normalised text "1234.50" or "3", never numbers; dates are ISO; countries and participants are
 * ISO 3166-1 alpha-2 codes (and EU). What could not be understood is kept as it was typed, so that
 * nothing an exporter typed is lost: only schema.ts says whether a section is complete and right.
 */
export interface Answers {
  applicant?: ApplicantAnswers;
  delivery?: DeliveryAnswers;
  consignee?: ConsigneeAnswers;
  origin?: OriginAnswers;
  goods?: GoodsAnswers;
}

export interface Party {
  name?: string;
  /** At most five lines of 60 characters. */
  addressLines?: string[];
  city?: string;
  region?: string;
  postalCode?: string;
  country?: string;
}

export interface ApplicantAnswers {
  /** Who submits on behalf of a corporation (REGS 2(a)); taken from the signed-in person. */
  individual?: string;
  exporterIsDifferent?: boolean;
  /** Only when it is different (REGS 2(b)). */
  exporter?: Party;
}

export interface DeliveryAnswers {
  to?: "applicant" | "exporter";
}

export interface ConsigneeAnswers {
  /** A participant of the Schedule (REGS 2(d)). */
  destination?: string;
  consignee?: Party;
}

export interface OriginAnswers {
  origins?: OriginRow[];
}

export const categories = [
  "new_production",
  "previously_imported",
  "exploration",
  "extraction",
  "in_canada_before_2003",
] as const;

/** Degrees and minutes exactly as typed (with a decimal point); north and west by construction. */
export interface DegreesMinutes {
  degrees?: string;
  minutes?: string;
}

interface OriginRowBase {
  /** Stable through editing, so that requests and findings keep pointing at the row. */
  id: string;
  carats?: string;
  usd?: string;
}

/** Mined in Canada (REGS 2(e)(i)). */
export interface NewProductionRow extends OriginRowBase {
  category: "new_production";
  mine?: string;
  /** Printed on the certificate. */
  notes?: string;
}

/** Imported with a Kimberley Process certificate (REGS 2(e)(v)); the id is the register's. */
export interface PreviouslyImportedRow extends OriginRowBase {
  category: "previously_imported";
  importCertificateId?: string;
}

/** Found by exploration in Canada (REGS 2(e)(ii)). */
export interface ExplorationRow extends OriginRowBase {
  category: "exploration";
  facilityName?: string;
  facilityPlace?: string;
  latitude?: DegreesMinutes;
  longitude?: DegreesMinutes;
}

/** Extracted in Canada from mineral concentrates (REGS 2(e)(iii)). */
export interface ExtractionRow extends OriginRowBase {
  category: "extraction";
  facilityName?: string;
  facilityPlace?: string;
  concentratesFrom?: "in_canada" | "outside_canada";
  /** For concentrates from outside Canada: a participant's code, or "unknown". */
  statedOrigin?: string;
}

/** In Canada since before 1 January 2003 (REGS 2(e)(iv)); evidence is a document. */
export interface InCanadaBefore2003Row extends OriginRowBase {
  category: "in_canada_before_2003";
  /** A participant's code, or "unknown". */
  statedOrigin?: string;
}

export type OriginRow =
  NewProductionRow | PreviouslyImportedRow | ExplorationRow | ExtractionRow | InCanadaBefore2003Row;

export interface TariffLine {
  /** "7102.10" */
  subheading?: string;
  /** Whether any facet is polished; asked of the subheadings in polished.ts. */
  polished?: "no" | "yes";
  carats?: string;
  usd?: string;
}

export interface GoodsAnswers {
  /** At most one line for each subheading. */
  hsLines?: TariffLine[];
  containerCount?: string;
  /** One for each container. */
  seals?: string[];
  parcels?: string;
  /** Number of a permit under the Special Economic Measures Act. */
  semaPermit?: string;
}

/** A supporting document that is there (removed ones are not facts). */
export interface DocumentFact {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly name: string;
  /** Absent from what was submitted, of which nothing waits for the virus check. */
  readonly scan?: ScanState;
}
