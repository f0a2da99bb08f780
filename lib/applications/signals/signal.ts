import type { Param } from "@/lib/applications/rules/rule";
import type { RiskLevel } from "@/prisma/generated/enums";
import type messages from "@/messages/en.json";

type SignalMessages = (typeof messages)["signals"]["found"];

/** What is looked at, in the order in which an officer reads it. */
export type SignalKind = keyof SignalMessages;

/** A sentence of the `signals` messages: `seal.live` is `signals.found.seal.live`. */
export type SignalKey = {
  [K in SignalKind]: `${K}.${keyof SignalMessages[K] & string}`;
}[SignalKind];

/** Another application that a signal speaks of. */
export interface OtherFile {
  readonly applicationId: string;
  readonly number: string;
}

/** One thing that history says about a submission. Also what history says nothing against has its sentence. */
export interface Signal {
  readonly level: RiskLevel;
  readonly key: SignalKey;
  /** The figures of the sentence, by the names that it uses. */
  readonly params: Readonly<Record<string, Param>>;
  readonly files: readonly OtherFile[];
  /** Of a price: the shipments that it was compared with. */
  readonly prices?: PriceComparison;
}

/** Rows of an earlier shipment that are of one kind, together. Masses and values are decimals as text. */
export interface PastStones extends OtherFile {
  readonly own: boolean;
  /** ISO day. */
  readonly on: string;
  readonly category: string;
  readonly mine: string | null;
  /** Known where the shipment was of one tariff line only. */
  readonly subheading: string | null;
  readonly carats: string;
  readonly usd: string;
}

export interface PricedShipment extends OtherFile {
  readonly own: boolean;
  readonly on: string;
  /** US dollars a carat. */
  readonly price: string;
}

export interface PriceComparison {
  /** Row of the application, from 1. */
  readonly row: number;
  readonly price: string;
  readonly on: string;
  readonly shipments: readonly PricedShipment[];
  /** What a carat of such stones usually is worth, where the office knows. */
  readonly band: { readonly low: string; readonly high: string } | null;
}

export interface UsedSeal extends OtherFile {
  /** As it was typed now. */
  readonly seal: string;
  readonly own: boolean;
  /** Null where it is in an application that has no certificate yet. */
  readonly certificate: string | null;
  /** Of a certificate that is still valid, or of an application that is still open. */
  readonly live: boolean;
}

export interface SameFile extends OtherFile {
  readonly name: string;
  readonly own: boolean;
}

export interface ConsigneeUse {
  /** Earlier applications of this exporter, whoever they went to. */
  readonly before: number;
  /** Of those, the ones to this consignee. */
  readonly own: number;
  /** Applications of others to this consignee, and how many others. */
  readonly others: number;
  readonly exporters: number;
  readonly files: readonly OtherFile[];
}

/** What the office knows of other applications, gathered for one. */
export interface History {
  readonly stones: readonly PastStones[];
  readonly seals: readonly UsedSeal[];
  readonly invoices: readonly SameFile[];
  readonly consignee: ConsigneeUse;
}

/** The gravest of them. */
export function riskOf(signals: readonly Pick<Signal, "level">[]): RiskLevel {
  const has = (level: RiskLevel) => signals.some((signal) => signal.level === level);
  return has("high") ? "high" : has("noted") ? "noted" : "none";
}

/** Each file once, the first few. */
export function firstFiles(files: readonly OtherFile[], most = 5): OtherFile[] {
  const each = new Map(files.map(({ applicationId, number }) => [applicationId, number]));
  return [...each].slice(0, most).map(([applicationId, number]) => ({ applicationId, number }));
}
