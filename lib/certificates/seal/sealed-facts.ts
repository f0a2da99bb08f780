import { expiryDateOf } from "@/lib/certificates/record/validity";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { LISTED_SEALS, sealListHash } from "@/lib/certificates/seal/seal-list";

/** A record that has its place in the status list: what can be sealed. */
export type SealableRecord = CertificateRecord & { readonly statusIndex: number };

interface SealedParty {
  readonly name: string;
  /** City and country in English, or the country alone. */
  readonly place: string;
}

/** Decimals with two places, dates ISO 8601, countries ISO 3166-1 alpha-2 or EU. */
export interface SealedFacts {
  readonly number: string;
  readonly issued: string;
  readonly expires: string;
  readonly origin: readonly string[];
  readonly destination: string;
  readonly consigneeCountry: string;
  readonly exporter: SealedParty;
  readonly consignee: SealedParty;
  readonly lines: readonly {
    readonly hs: string;
    readonly carats: string;
    readonly usd: string;
    /** Register code of the mine or source; empty where the line has none of its own. */
    readonly source: string;
  }[];
  readonly totals: { readonly carats: string; readonly usd: string };
  readonly parcels: number;
  readonly containers: number;
  /** The seal number of each container in the order of the paper, or the hash of more than 20. */
  readonly seals: readonly string[] | { readonly sha256: string };
  readonly authorizedBy: string;
  readonly statusIndex: number;
  readonly prior: readonly {
    readonly number: string;
    readonly issuer: string;
    readonly carats: string;
  }[];
  readonly replaces?: string | undefined;
}

const partyOf = ({ name, city, country }: CertificateRecord["exporter"]): SealedParty => ({
  name,
  place: [city, country.en].filter(Boolean).join(", "),
});

/** What the seal says of a record: the facts that an officer compares with the paper and the box. */
export async function factsOf(record: SealableRecord): Promise<SealedFacts> {
  const { seals } = record;
  return {
    number: record.number,
    issued: record.issued,
    expires: expiryDateOf(record.issued),
    origin: record.origin.map(({ code }) => code),
    destination: record.destination.code,
    consigneeCountry: record.consignee.country.code,
    exporter: partyOf(record.exporter),
    consignee: partyOf(record.consignee),
    lines: record.lines.map(({ hs, carats, usd, source = "" }) => ({ hs, carats, usd, source })),
    totals: record.totals,
    parcels: record.parcels,
    containers: seals.length,
    seals: seals.length > LISTED_SEALS ? { sha256: await sealListHash(seals) } : [...seals],
    authorizedBy: record.authorizedBy.id,
    statusIndex: record.statusIndex,
    prior: record.prior.map(({ number, issuer, carats }) => ({ number, issuer, carats })),
    ...(record.replaces ? { replaces: record.replaces } : {}),
  };
}
