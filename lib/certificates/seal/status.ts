import { DAY } from "@/lib/certificates/seal/seconds";

/**
 * What a status list can say of a certificate, in the words of the Act. `revoked`: invalidated, replaced or
 * surrendered, where the list that says which is not at hand.
 */
export type ListedStatus =
  | "live"
  | "revoked"
  | "invalidated"
  | "replaced"
  | "surrendered"
  | "received"
  | "underInquiry"
  | "lost";

/** What a verified status list says of the certificate at an index, and when it was signed; null without a list. */
export type StatusOf = (
  index: number,
) => { readonly status: ListedStatus; readonly signedAt: Date } | null;

/** Where a certificate stands; `unknown` while there is no list and its time is not over. */
type Standing = "inForce" | "expired" | "unknown" | Exclude<ListedStatus, "live">;

/**
 * How much a list of this age is worth: `recent` up to a day, `old` up to a week, then `tooOld`.
 * `ahead`: it was signed later than this device thinks it is, so its clock is wrong.
 */
type Freshness = "recent" | "old" | "tooOld" | "ahead";

export interface StatusVerdict {
  readonly standing: Standing;
  readonly list: { readonly ageSeconds: number; readonly freshness: Freshness } | null;
}

/** A list may be signed a little after the moment that a good clock shows. */
const TOLERANCE = 300;

/** @param now seconds since 1970; the certificate ends with the second `exp` */
export function statusVerdict(
  listed: ReturnType<StatusOf>,
  exp: number,
  now: number,
): StatusVerdict {
  const overByClock = now >= exp ? "expired" : null;
  if (!listed) return { standing: overByClock ?? "unknown", list: null };
  const age = Math.floor(now - listed.signedAt.getTime() / 1000);
  const freshness = freshnessOf(age);
  // A list that was signed after the end shows that the time is over, whatever this device's clock says.
  const overByList = listed.signedAt.getTime() / 1000 >= exp ? "expired" : null;
  const standing =
    listed.status === "live" ? (overByClock ?? overByList ?? "inForce") : listed.status;
  return { standing, list: { ageSeconds: Math.max(0, age), freshness } };
}

function freshnessOf(age: number): Freshness {
  if (age < -TOLERANCE) return "ahead";
  if (age <= DAY) return "recent";
  return age <= 7 * DAY ? "old" : "tooOld";
}
