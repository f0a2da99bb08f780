import { localSigner } from "@/lib/certificates/keys/local-signer";
import type { PrivateKey } from "@/lib/certificates/keys/jwk";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { encodeCbor, tagged } from "@/lib/certificates/seal/cbor";
import { claimsFrom } from "@/lib/certificates/seal/claims";
import { toBeSigned } from "@/lib/certificates/seal/envelope";
import { toLowS } from "@/lib/certificates/seal/low-s";
import { factsOf, type SealedFacts } from "@/lib/certificates/seal/sealed-facts";
import { fromBase64url, thumbprintOf } from "@/lib/certificates/seal/thumbprint";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";

type Claims = Map<number, unknown>;

/** The facts of the first good vector. */
export const usual: SealedFacts = await factsOf({ ...ordinary(), statusIndex: 73_512 });

/** Its claims, changed. */
export function claims(change: (certificate: Claims, outer: Claims) => void = () => {}): Claims {
  const outer = claimsFrom(usual);
  change(outer.get(-65537) as Claims, outer);
  return outer;
}

/** The claims of changed facts. */
export const claimsWith = (change: Partial<SealedFacts>): Claims =>
  claimsFrom({ ...usual, ...change });

/** The eight bytes by which a seal names its key. */
export async function kidOf(key: PrivateKey): Promise<Uint8Array> {
  return fromBase64url((await thumbprintOf(key)).full).slice(0, 8);
}

interface Parts {
  readonly claims: Claims | Uint8Array;
  /** What the signature is made over, where it is not the claims. */
  readonly signed: Claims;
  readonly key: PrivateKey;
  readonly header: (kid: Uint8Array) => Claims | Uint8Array;
  readonly unprotected: Map<unknown, unknown>;
  readonly tag: number | null;
  readonly signature: (genuine: Uint8Array) => Uint8Array;
}

export const usualHeader = (kid: Uint8Array): Claims =>
  new Map<number, unknown>([
    [1, -7],
    [4, kid],
    [16, "kpc+cwt"],
  ]);

const bytesOf = (value: Claims | Uint8Array) =>
  value instanceof Uint8Array ? value : encodeCbor(value);

/** A seal with parts of one’s choice, truly signed. */
export async function forged(parts: Partial<Parts> = {}): Promise<Uint8Array> {
  const { key = testKeys.current, unprotected = new Map(), tag = 18 } = parts;
  const header = bytesOf((parts.header ?? usualHeader)(await kidOf(key)));
  const body = bytesOf(parts.claims ?? claims());
  const signed = await (
    await localSigner(key)
  ).sign(toBeSigned(header, parts.signed ? encodeCbor(parts.signed) : body));
  if (!signed.ok) throw new Error("A key at hand always signs.");
  const genuine = toLowS(signed.value);
  const contents = [header, unprotected, body, (parts.signature ?? ((s) => s))(genuine)];
  return encodeCbor(tag === null ? contents : tagged(tag, contents));
}

/** Other bytes in the one place where they are found. */
export function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const hex = Buffer.from(bytes).toString("hex");
  if (hex.split(from).length !== 2) throw new Error(`${from} is not there exactly once.`);
  return Uint8Array.from(Buffer.from(hex.replace(from, to), "hex"));
}
