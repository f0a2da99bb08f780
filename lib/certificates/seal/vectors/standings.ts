import { LIVE, NOON, type Circumstances } from "@/lib/certificates/seal/vectors/circumstances";
import type { ListedStatus, StatusVerdict } from "@/lib/certificates/seal/status";

/** A good seal looked at on some day with some list, and where it then stands. */
interface StandingVector extends Circumstances {
  readonly name: string;
  readonly standing: StatusVerdict["standing"];
  readonly freshness: NonNullable<StatusVerdict["list"]>["freshness"] | null;
}

const listed = (status: Exclude<ListedStatus, "live">, now = NOON): StandingVector => ({
  name: status === "received" && now !== NOON ? "received, and the time is over" : status,
  now,
  status: { status, signedAt: now },
  standing: status,
  freshness: "recent",
});

const inForce = (
  name: string,
  signedAt: string,
  freshness: StandingVector["freshness"],
): StandingVector => ({
  name,
  now: NOON,
  status: { status: "live", signedAt },
  standing: "inForce",
  freshness,
});

const expired = (name: string, now: string, signedAt: string | null): StandingVector => ({
  name,
  now,
  status: signedAt === null ? null : { status: "live", signedAt },
  standing: "expired",
  freshness: signedAt === null ? null : "recent",
});

export const standings: readonly StandingVector[] = [
  { name: "in force", ...LIVE, standing: "inForce", freshness: "recent" },
  listed("revoked"),
  listed("invalidated"),
  listed("replaced"),
  listed("surrendered"),
  listed("received"),
  listed("underInquiry"),
  listed("lost"),
  listed("received", "2027-02-01T00:00:00Z"),
  { name: "no list at hand", now: NOON, status: null, standing: "unknown", freshness: null },
  inForce("a list of a day ago", "2026-11-23T12:00:00Z", "recent"),
  inForce("a list of more than a day ago", "2026-11-23T11:59:59Z", "old"),
  inForce("a list of a week ago", "2026-11-17T12:00:00Z", "old"),
  inForce("a list of more than a week ago", "2026-11-17T11:59:59Z", "tooOld"),
  inForce("a list from a minute ahead", "2026-11-24T12:01:00Z", "recent"),
  inForce("a list from a day ahead: the clock is wrong", "2026-11-25T12:00:00Z", "ahead"),
  {
    name: "the last second before 24:00 GMT of day 60",
    now: "2027-01-22T23:59:59Z",
    status: { status: "live", signedAt: "2027-01-22T23:45:00Z" },
    standing: "inForce",
    freshness: "recent",
  },
  expired("24:00 GMT of day 60", "2027-01-23T00:00:00Z", "2027-01-22T23:45:00Z"),
  expired("expired, without a list", "2027-02-01T00:00:00Z", null),
  {
    name: "a clock that stands still, and a list from after the end",
    now: NOON,
    status: { status: "live", signedAt: "2027-01-23T00:00:00Z" },
    standing: "expired",
    freshness: "ahead",
  },
];
