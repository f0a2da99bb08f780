import { documentProblems } from "@/lib/documents/problems";

/** What can keep a chosen file from being added; sentences in the `documents.problems` messages. */
export const uploadProblems = [
  ...documentProblems,
  "tooMany",
  "kind",
  "nothing",
  "locked",
  "failed",
] as const;
export type UploadProblem = (typeof uploadProblems)[number];

export interface UploadResult {
  readonly added: number;
  /** The name is empty where the problem is not one file's. */
  readonly failed: readonly { readonly problem: UploadProblem; readonly name: string }[];
}

/** Longer names are cut: an address must stay short. */
const shortened = (name: string) => Array.from(name).slice(0, 60).join("");

/** The result of an upload as the query of the page that tells it. */
export function uploadQuery({ added, failed }: UploadResult): URLSearchParams {
  const query = new URLSearchParams({ added: String(added) });
  for (const { problem, name } of failed) {
    query.append("problem", `${problem}:${shortened(name)}`);
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
    return problem ? [{ problem, name: shortened(name.join(":")) }] : [];
  });
  return { added, failed: failed.slice(0, 20) };
}
