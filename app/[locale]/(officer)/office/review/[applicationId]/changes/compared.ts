import { differencesOf, requestsFor, type Difference } from "@/lib/applications/differences";
import type { Finding } from "@/lib/applications/rules/rule";
import type { Snapshot } from "@/lib/applications/snapshot";
import type { Review } from "@/lib/reviews/queries/find-review";

type Request = Review["changeRequests"][number];

/** A request with its number among those between the two versions. */
interface Numbered {
  readonly n: number;
  readonly request: Request;
}

export interface ComparedRow {
  readonly difference: Difference;
  /** Null where the change only follows from others, or where nobody could ask for it. */
  readonly requests: readonly Numbered[] | null;
}

interface Version {
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
}

/** Two submissions side by side: what differs, what was asked, and what the checks found in one only. */
export function compared(
  before: Version,
  after: Version,
  changeRequests: readonly Request[],
): {
  rows: ComparedRow[];
  requests: Numbered[];
  /** Asked for, but nothing at its place is different. */
  untouched: Numbered[];
  gone: Finding[];
  added: Finding[];
} {
  const [first, last] = [before.snapshot.submissionVersion, after.snapshot.submissionVersion];
  const requests = changeRequests
    .filter(({ submissionVersion: of }) => of >= first && of < last)
    .sort((a, b) => Number(a.askedAt) - Number(b.askedAt) || (a.id < b.id ? -1 : 1))
    .map((request, i) => ({ n: i + 1, request }));
  const rows = differencesOf(before.snapshot, after.snapshot).map((difference) => {
    const found = requestsFor(
      difference,
      requests.map(({ request }) => request),
    );
    const numbered = found && requests.filter(({ request }) => found.includes(request));
    return { difference, requests: first < last ? numbered : null };
  });
  const touched = new Set(rows.flatMap((row) => row.requests?.map(({ n }) => n) ?? []));
  return {
    rows,
    requests,
    untouched: requests.filter(({ n }) => !touched.has(n)),
    gone: without(before.findings, after.findings),
    added: without(after.findings, before.findings),
  };
}

function without(these: readonly Finding[], those: readonly Finding[]): Finding[] {
  const known = new Set(those.map((finding) => JSON.stringify(finding)));
  return these.filter((finding) => !known.has(JSON.stringify(finding)));
}
