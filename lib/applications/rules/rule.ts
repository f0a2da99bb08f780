import type { Answers, DocumentFact, OriginRow, TariffLine } from "@/lib/applications/answers";
import type { Section } from "@/lib/applications/sections";
import type { DeclarationKind } from "@/prisma/generated/enums";
import type { Reference } from "@/lib/reference/types";
import type messages from "@/messages/en.json";

type RuleMessages = (typeof messages)["rules"];

/** The rules on an application, by the numbers the office uses. */
export type RuleId = keyof RuleMessages;

/** `block` stops a submission and an issue, `warn` tells both sides, `officer` asks for a decision. */
export type Severity = "block" | "warn" | "officer";

/** A compared value, rendered in the reader's language. Masses and values are normalised decimals. */
export type Param =
  | { readonly as: "text" | "carats" | "usd" | "date"; readonly value: string }
  | { readonly as: "count"; readonly value: number }
  | { readonly as: "name"; readonly en: string; readonly fr: string }
  | { readonly as: "list"; readonly items: readonly Param[] };

/** A sentence of the `rules` messages: `R16.overdrawn` is `rules.R16.found.overdrawn`. */
export type MessageKey = {
  [R in RuleId]: `${R}.${keyof RuleMessages[R]["found"] & string}`;
}[RuleId];

/** One thing that a rule noticed. Plain data: it is stored with the submission. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** `missing`: an answer is not there yet. `conflict`: what is there does not hold. */
  readonly outcome: "missing" | "conflict";
  readonly messageKey: MessageKey;
  /** What was compared, by the names that the sentence uses. */
  readonly params: Readonly<Record<string, Param>>;
  readonly section: Section;
  /** The field of the section's form it points to: `origins[0].carats`; of the documents, the kind. */
  readonly field: string | null;
}

export interface ApplicantFact {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
  /** ISO; must be CA. */
  readonly country: string;
  readonly residencyAttested: boolean;
}

/** An entry of the office's register of Kimberley Process certificates that came with imports. */
export interface ImportCertificateFact {
  readonly id: string;
  /** As printed. */
  readonly number: string;
  readonly issuer: string;
  /** The profile that imported; only it may draw on the certificate. */
  readonly exporterId: string;
  /** Participants of mining origin; empty when unknown. */
  readonly origins: readonly string[];
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly importedOn: string;
  readonly originalReceivedOn: string | null;
  readonly subheadings: readonly string[];
  /** The whole import: its carats and its value in US dollars. */
  readonly carats: string;
  readonly valueUsd: string;
  /** Carats that this application may still draw: the balance plus what it already holds itself. */
  readonly remaining: string;
}

/** What an exporter's stones of one kind were worth in earlier shipments: sums of mass and value. */
export interface PriceHistory {
  readonly category: string;
  readonly mine: string | null;
  readonly subheading: string;
  readonly shipments: number;
  readonly carats: string;
  readonly usd: string;
}

/** Another application, sent not long ago, with the same mass and value; perhaps another exporter's. */
export interface SameFigures {
  readonly applicationId: string;
  readonly number: string;
  readonly exporterId: string;
  readonly consigneeName: string;
  readonly submittedOn: string;
}

export interface DeclarationFact {
  readonly kind: DeclarationKind;
  readonly textVersion: number;
}

/** Everything a rule may look at. The caller gathers it; a rule has no clock and no database. */
export interface Facts {
  /** The office's calendar day (America/Toronto), ISO. */
  readonly today: string;
  readonly exporterId: string;
  readonly answers: Answers;
  readonly applicant: ApplicantFact;
  readonly reference: Reference;
  /** At least the certificates that the rows name. */
  readonly importCertificates: readonly ImportCertificateFact[];
  /** Seals of other applications' certificates that are still live: valid and not reported exported. */
  readonly liveSeals: readonly { readonly seal: string; readonly certificate: string }[];
  readonly priceHistory: readonly PriceHistory[];
  readonly sameFigures: readonly SameFigures[];
  readonly documents: readonly DocumentFact[];
  /** Declarations made on exactly these answers and documents. */
  readonly declarations: readonly DeclarationFact[];
  /** It came on paper, and its scan must be there. */
  readonly onPaper: boolean;
  /** The texts that are asked today. */
  readonly declarationTexts: readonly DeclarationFact[];
}

export interface Rule {
  readonly id: RuleId;
  /** How grave what it finds can be, the gravest first. */
  readonly severities: readonly Severity[];
  /** The sections whose answers it looks at. */
  readonly sections: readonly Section[];
  /** Whether there is anything to compare; a rule that does not apply is not a rule passed. */
  applies(facts: Facts): boolean;
  check(facts: Facts): Finding[];
}

export const text = (value: string): Param => ({ as: "text", value });
export const carats = (value: string): Param => ({ as: "carats", value });
export const usd = (value: string): Param => ({ as: "usd", value });
export const date = (value: string): Param => ({ as: "date", value });
export const count = (value: number): Param => ({ as: "count", value });
export const list = (items: readonly Param[]): Param => ({ as: "list", items });
export const name = ({ nameEn, nameFr }: { nameEn: string; nameFr: string }): Param => ({
  as: "name",
  en: nameEn,
  fr: nameFr,
});

export function rowsOf({ answers }: Facts): readonly OriginRow[] {
  return answers.origin?.origins ?? [];
}

export function linesOf({ answers }: Facts): readonly TariffLine[] {
  return answers.goods?.hsLines ?? [];
}
