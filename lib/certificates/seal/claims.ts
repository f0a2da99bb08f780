import { hundredths } from "@/lib/certificates/record/figures";
import { fromHex, toHex } from "@/lib/certificates/seal/bytes";
import { claimsShape, factsShape } from "@/lib/certificates/seal/claims-shape";
import { numbered } from "@/lib/certificates/seal/cbor";
import { factsOf, type SealableRecord } from "@/lib/certificates/seal/sealed-facts";
import type { SealedFacts } from "@/lib/certificates/seal/sealed-facts";
import { DAY, dayOf, LIFE, secondsOf } from "@/lib/certificates/seal/seconds";
import { err, ok, type Result } from "@/lib/result";

/** The issuing authority of every seal made here. */
const ISSUER = "CA";
const ISS = 1;
const EXP = 4;
const IAT = 6;
/** Private claim in which the facts of the certificate are. */
const KPC = -65537;

const units = (decimal: string): number => Number(hundredths(decimal));
const decimal = (units: number): string => {
  const digits = String(units).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** The claims of a record's seal, ready to be encoded. */
export async function claimsOf(record: SealableRecord): Promise<Map<number, unknown>> {
  return claimsFrom(await factsOf(record));
}

export function claimsFrom(facts: SealedFacts): Map<number, unknown> {
  const listed = "sha256" in facts.seals ? facts.containers : facts.seals;
  const certificate = new Map<number, unknown>([
    [0, 1],
    [1, facts.number],
    [2, facts.origin],
    [3, facts.destination],
    [4, facts.consigneeCountry],
    [5, [facts.exporter.name, facts.exporter.place]],
    [6, [facts.consignee.name, facts.consignee.place]],
    [7, facts.lines.map(({ hs, carats, usd, source }) => [hs, units(carats), units(usd), source])],
    [8, units(facts.totals.carats)],
    [9, units(facts.totals.usd)],
    [10, facts.parcels],
    [11, listed],
    [12, facts.authorizedBy],
    [13, facts.statusIndex],
  ]);
  const { prior, replaces, seals } = facts;
  if (prior.length > 0) {
    certificate.set(
      15,
      prior.map(({ number, issuer, carats }) => [number, issuer, units(carats)]),
    );
  }
  if (replaces) certificate.set(16, replaces);
  if ("sha256" in seals) certificate.set(17, fromHex(seals.sha256));
  return new Map<number, unknown>([
    [ISS, ISSUER],
    [EXP, secondsOf(facts.issued) + LIFE],
    [IAT, secondsOf(facts.issued)],
    [KPC, certificate],
  ]);
}

/** Why signed claims are no certificate: they are no claims of a seal; their sums or their dates disagree. */
export type ClaimsFault = "claims" | "totals" | "dates";

/** Reads decoded claims; the sums and the dates are verified again. */
export function factsFrom(decoded: unknown): Result<SealedFacts, ClaimsFault> {
  const outer = claimsShape.safeParse(numbered(decoded));
  if (!outer.success) return err("claims");
  const inner = factsShape.safeParse(numbered(outer.data[KPC]));
  if (!inner.success) return err("claims");
  const { [EXP]: exp, [IAT]: iat } = outer.data;
  const kpc = inner.data;
  const sum = (place: 1 | 2) => kpc[7].reduce((total, line) => total + line[place], 0);
  if (sum(1) !== kpc[8] || sum(2) !== kpc[9] || kpc[8] === 0) return err("totals");
  if ((kpc[15] ?? []).reduce((total, [, , carats]) => total + carats, 0) > kpc[8]) {
    return err("totals");
  }
  if (exp !== iat + LIFE || iat % DAY !== 0) return err("dates");
  return ok({
    number: kpc[1],
    issued: dayOf(iat),
    // The last day: the claim ends with the first second after it.
    expires: dayOf(exp - 1),
    origin: kpc[2],
    destination: kpc[3],
    consigneeCountry: kpc[4],
    exporter: { name: kpc[5][0], place: kpc[5][1] },
    consignee: { name: kpc[6][0], place: kpc[6][1] },
    lines: kpc[7].map(([hs, carats, usd, source]) => ({
      hs,
      carats: decimal(carats),
      usd: decimal(usd),
      source,
    })),
    totals: { carats: decimal(kpc[8]), usd: decimal(kpc[9]) },
    parcels: kpc[10],
    containers: typeof kpc[11] === "number" ? kpc[11] : kpc[11].length,
    seals: typeof kpc[11] === "number" ? { sha256: toHex(kpc[17] ?? new Uint8Array()) } : kpc[11],
    authorizedBy: kpc[12],
    statusIndex: kpc[13],
    prior: (kpc[15] ?? []).map(([number, issuer, carats]) => ({
      number,
      issuer,
      carats: decimal(carats),
    })),
    ...(kpc[16] ? { replaces: kpc[16] } : {}),
  });
}
