import type { StatusOf } from "@/lib/certificates/seal/status";
import type { ListedStatus } from "@/lib/certificates/seal/status";
import { DAY, secondsOf } from "@/lib/certificates/seal/seconds";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";

/** When a vector is looked at, and what the status list at hand says; null: there is no list. */
export interface Circumstances {
  readonly now: string;
  readonly status: { readonly status: ListedStatus; readonly signedAt: string } | null;
  readonly logIndex?: number;
}

export const NOON = "2026-11-24T12:00:00Z";
export const LIVE: Circumstances = {
  now: NOON,
  status: { status: "live", signedAt: "2026-11-24T11:45:00Z" },
};

export const statusOf =
  ({ status }: Circumstances): StatusOf =>
  () =>
    status && { status: status.status, signedAt: new Date(status.signedAt) };

const published = (
  key: (typeof testKeys)[keyof typeof testKeys],
  from: string,
  to: string,
  purpose: string,
) => ({
  kty: key.kty,
  crv: key.crv,
  x: key.x,
  y: key.y,
  alg: "ES256",
  use: "sig",
  purpose,
  nbf: secondsOf(from),
  exp: secondsOf(to) + DAY,
});

/** The key list of the vectors, as /.well-known/jwks.json gives one out. */
export const KEYS = {
  keys: [
    published(testKeys.current, "2026-01-01", "2026-12-31", "seal"),
    published(testKeys.past, "2025-01-01", "2025-12-31", "seal"),
    {
      ...published(testKeys.revoked, "2026-01-01", "2026-12-31", "seal"),
      revoked_from_log_size: 1000,
    },
    published(testKeys.specimen, "2026-01-01", "2026-12-31", "specimen"),
  ],
};
