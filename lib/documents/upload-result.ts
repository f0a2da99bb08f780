import { documentProblems } from "@/lib/documents/problems";

/** What can keep a chosen file from being added; sentences in the `documents.problems` messages. */
export const uploadProblems = [
  ...documentProblems,
  /** A virus, or what the scanner takes for one. */
  "infected",
  /** More than the scanner takes. */
  "unscannable",
  "duplicate",
  "tooMany",
  /** More in a day than one person may add. */
  "tooMuchToday",
  "kind",
  "nothing",
  "locked",
  "busy",
  "session",
  "failed",
] as const;
export type UploadProblem = (typeof uploadProblems)[number];

export interface FailedFile {
  readonly problem: UploadProblem;
  /** As the portal shows it; empty where the problem is not one file's. */
  readonly name: string;
  /** Of a duplicate: the name under which it is already there. */
  readonly under?: string;
}

/** What became of a press; as JSON to a script, as the query of its page to a browser without one. */
export interface UploadResult {
  readonly added: number;
  readonly failed: readonly FailedFile[];
}

/** Longer names are cut: an address must stay short. */
const shortened = (name: string) => Array.from(name).slice(0, 60).join("");

/** The result of an upload as the query of the page that tells it. */
export function uploadQuery({ added, failed }: UploadResult): URLSearchParams {
  const query = new URLSearchParams({ added: String(added) });
  for (const { problem, name, under } of failed) {
    // A name as it is shown has no slash.
    const both = under === undefined ? [name] : [name, under];
    query.append("problem", `${problem}:${both.map(shortened).join("/")}`);
  }
  return query;
}

/** The way back; what nobody's upload wrote is left out. Null where nothing was uploaded. */
export function readUploadQuery(
  query: Readonly<Record<string, string | string[] | undefined>>,
): UploadResult | null {
  const added = Number(query["added"]);
  if (query["added"] === undefined || !Number.isInteger(added) || added < 0 || added > 99)
    return null;
  const failed = [query["problem"] ?? []].flat().flatMap((entry) => {
    const [word = "", ...name] = entry.split(":");
    const problem = uploadProblems.find((known) => known === word);
    if (!problem) return [];
    const [own = "", under] = name.join(":").split("/").map(shortened);
    return [{ problem, name: own, ...(under === undefined ? {} : { under }) }];
  });
  return { added, failed: failed.slice(0, 20) };
}

export type PlacedFailure = FailedFile & {
  /** The id of what is told beside it: its row, or the field that is wrong. */
  readonly place: string;
};

/** What failed, with its place on the page that tells the result. */
export function placed({ failed }: UploadResult): PlacedFailure[] {
  const fields: Partial<Record<UploadProblem, string>> = { kind: "kind", nothing: "chosen" };
  return failed.map((failure, index) => {
    const place = failure.name === "" ? (fields[failure.problem] ?? "files") : `failed-${index}`;
    return { ...failure, place };
  });
}
