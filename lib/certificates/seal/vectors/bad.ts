import { badClaims } from "@/lib/certificates/seal/vectors/bad-claims";
import { badForms } from "@/lib/certificates/seal/vectors/bad-forms";
import {
  claims,
  claimsWith,
  forged,
  kidOf,
  usual,
  usualHeader,
} from "@/lib/certificates/seal/vectors/forge";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import type { SealedFacts } from "@/lib/certificates/seal/sealed-facts";
import type { Verdicts } from "@/lib/certificates/seal/verify";

/** A seal that is none, and what must be said of it. */
export interface Bad {
  readonly name: string;
  readonly seal: () => Uint8Array | Promise<Uint8Array>;
  readonly integrity: Verdicts["integrity"];
  readonly issuer?: Verdicts["issuer"];
}

/** Other facts under a signature over the usual ones. */
const altered = (name: string, change: Partial<SealedFacts>): Bad => ({
  name,
  seal: () => forged({ signed: claims(), claims: claimsWith(change) }),
  integrity: "signature",
});

const mass = (carats: string): Partial<SealedFacts> => ({
  lines: usual.lines.map((line) => ({ ...line, carats })),
  totals: { ...usual.totals, carats },
});

const alteredFacts: readonly Bad[] = [
  altered("mass raised by 0.01 carat", mass("12480.36")),
  altered("mass lowered by 0.01 carat", mass("12480.34")),
  altered("one digit of a seal number", {
    seals: ["CA-NT 0048213", "CA-NT 0048214", "CA-NT 0048216"],
  }),
  altered("another consignee", {
    consignee: { name: "Scheldekaai Rough Trading NV", place: usual.consignee.place },
  }),
  altered("issued and expiring a day later", { issued: "2026-11-24" }),
];

const header = (change: (header: Map<number, unknown>) => void) => (kid: Uint8Array) => {
  const usual = usualHeader(kid);
  change(usual);
  return usual;
};

const keysAndHeaders: readonly Bad[] = [
  {
    name: "the name of a key, and the signature of another",
    seal: async () => {
      const kid = await kidOf(testKeys.current);
      return forged({ key: testKeys.stranger, header: () => usualHeader(kid) });
    },
    integrity: "signature",
  },
  {
    name: "a key that nobody published",
    seal: () => forged({ key: testKeys.stranger }),
    integrity: "notChecked",
    issuer: "unknownKey",
  },
  {
    name: "algorithm ES384 in the header",
    seal: () => forged({ header: header((h) => h.set(1, -35)) }),
    integrity: "algorithm",
  },
  {
    name: "algorithm EdDSA in the header",
    seal: () => forged({ header: header((h) => h.set(1, -8)) }),
    integrity: "algorithm",
  },
  {
    name: "HMAC with the public key as its secret",
    seal: () => forged({ header: header((h) => h.set(1, 5)) }),
    integrity: "algorithm",
  },
  {
    name: "no algorithm",
    seal: () => forged({ header: header((h) => h.delete(1)) }),
    integrity: "header",
  },
  {
    name: "no type",
    seal: () => forged({ header: header((h) => h.delete(16)) }),
    integrity: "header",
  },
  {
    name: "another token of the same key, by its type",
    seal: () => forged({ header: header((h) => h.set(16, "application/cwt")) }),
    integrity: "header",
  },
  {
    name: "a critical header that nobody knows",
    seal: () => forged({ header: header((h) => h.set(2, [99]).set(99, 1)) }),
    integrity: "header",
  },
  {
    name: "the whole thumbprint as the name of the key",
    seal: () => forged({ header: (kid) => usualHeader(Uint8Array.from([...kid, ...kid])) }),
    integrity: "header",
  },
  {
    name: "an empty header",
    seal: () => forged({ header: () => new Uint8Array() }),
    integrity: "header",
  },
  {
    name: "a key that was good for another year",
    seal: () => forged({ key: testKeys.past }),
    integrity: "intact",
    issuer: "outsideWindow",
  },
  {
    name: "a revoked key, without a proof of the log",
    seal: () => forged({ key: testKeys.revoked }),
    integrity: "intact",
    issuer: "revokedKey",
  },
  {
    name: "a certificate under the key of specimens",
    seal: () => forged({ key: testKeys.specimen }),
    integrity: "claims",
  },
];

export const badSeals: readonly Bad[] = [
  ...alteredFacts,
  ...keysAndHeaders,
  ...badForms,
  ...badClaims,
];
