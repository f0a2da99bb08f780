import * as z from "zod";

/*
 * An import certificate's account as a statement: what it shows, and what its address says.
 */

/** What a statement can be narrowed to, in the words of the trade: reserved is held, consumed is exported. */
export const entryKinds = ["registered", "reserved", "consumed", "released", "corrected"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Why carats move that nobody wrote a reason for; an entry keeps the word, statements have the sentence. */
export const ledgerReasons = [
  "adjusted",
  "pulledBack",
  "cancelled",
  "withdrawn",
  "rejected",
  "neverExported",
  "replaced",
] as const;
export type LedgerReason = (typeof ledgerReasons)[number];

/** What the address of a statement says; anything that cannot be understood counts as not said. */
export const statementFilter = z.object({
  kind: z.enum(entryKinds).or(z.literal("")).catch(""),
  /** 0: the last page, where the newest entries are. */
  page: z.coerce.number().int().min(0).max(100_000).catch(0),
});
export type StatementFilter = z.infer<typeof statementFilter>;

export const entriesOnPage = 50;

/** Carats and US dollars, as normalised decimals. */
export interface Figures {
  readonly carats: string;
  readonly usd: string;
}

export interface StatementEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: EntryKind;
  /** What came in, less than 0 what went out; nothing moves the balance where a hold became an export. */
  readonly moved: Figures;
  /** What a hold that became an export was. */
  readonly spent: Figures | null;
  readonly left: Figures;
  /** `open`: the reader may look at it. */
  readonly application: {
    readonly id: string;
    readonly number: string;
    readonly open: boolean;
  } | null;
  /** Where the application stands that still holds what this entry reserved. */
  readonly held: "submitted" | "in_review" | "returned" | "recommended" | null;
  readonly certificate: { readonly id: string; readonly number: string } | null;
  readonly reason: LedgerReason | null;
  /** What an officer wrote who corrected the account; an exporter reads it too. */
  readonly words: string | null;
  /** Null for the office, where an exporter reads. */
  readonly by: readonly string[] | null;
}

/** An account at one moment: its lines and its figures agree. */
export interface Statement {
  readonly id: string;
  readonly issuer: string;
  readonly number: string;
  readonly exporter: { readonly id: string; readonly legalName: string };
  readonly registered: Figures;
  readonly exported: Figures & { readonly certificates: number };
  readonly held: Figures & { readonly applications: number };
  readonly left: Figures;
  readonly entries: readonly StatementEntry[];
  /** Of how many entries there are, narrowed or not. */
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  /** What was left before the first entry of this page, where others come before it. */
  readonly broughtForward: Figures | null;
  /** What was left after each movement, thinned out where there are very many. */
  readonly steps: readonly { readonly at: Date; readonly left: string }[];
  readonly correction: OpenCorrection | null;
}

/** A correction that waits for another officer. */
export interface OpenCorrection {
  readonly id: string;
  readonly carats: string;
  readonly usd: string;
  readonly proposedAt: Date;
  readonly reason: string;
  readonly by: string;
  readonly byViewer: boolean;
}
