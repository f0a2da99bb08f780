import type { DocumentType } from "@/lib/documents/limits";
import type { DocumentProblem } from "@/lib/documents/problems";
import { childrenOf, isFolder, readCompoundFile } from "./compound-file";
import { sheetProblems } from "./biff";
import { worstOf, type Findings } from "./findings";
import { letterProblems } from "./word-97";

/** What the root says the file is for: nothing, Word, or Excel. */
const classes = /^(?:0{32}|(?:0009|0609|0709|2008|1008|2108)020000000000?c000000000000046)$/;

/** The names of folders and streams that do not belong into a plain letter or sheet, with the reason. */
const names: readonly (readonly [RegExp, DocumentProblem])[] = [
  [
    /^(?:EncryptedPackage|EncryptionInfo|DataSpaces|\u0006DataSpaces|EncryptedSummary)$/i,
    "encrypted",
  ],
  [/^(?:_VBA_PROJECT(?:_CUR)?|VBA|Macros|PROJECT(?:wm)?)$/i, "macros"],
  [
    /^(?:\u0001Ole10(?:Native|ItemName)|Package|CONTENTS|EmbeddedOdf|\u0001OlePres\d+)$/i,
    "embedded",
  ],
  [/^(?:MBD[0-9A-F]{8}|_\d{9,10}|Ctls|\u0003OCXNAME|\u0003OCXDATA|Equation Native)$/i, "embedded"],
  [/^LNK[0-9A-F]{8}$/i, "external"],
];

/** The type of an office file of before 2007, or what is wrong with it. */
export function officeType(bytes: Uint8Array): DocumentType | DocumentProblem {
  const file = readCompoundFile(bytes);
  if (!file) return "damaged";
  const findings: Findings = new Set();
  for (const { name, kind } of file.entries) {
    if (kind === 0) continue;
    for (const [pattern, problem] of names) if (pattern.test(name)) findings.add(problem);
  }
  const pool = file.entries.find((entry) => entry.name === "ObjectPool" && isFolder(entry));
  if (pool && childrenOf(file.entries, pool).length > 0) findings.add("embedded");
  if (bytes.subarray(file.end).some((byte) => byte !== 0 && byte !== 0xff))
    findings.add("embedded");

  const root = file.entries[0];
  const top = root ? childrenOf(file.entries, root) : [];
  const stream = (...wanted: string[]) => {
    const entry = top.find(({ name }) => wanted.includes(name));
    return entry ? (file.read(entry) ?? new Uint8Array()) : null;
  };
  const letter = stream("WordDocument");
  const sheet = stream("Workbook", "Book");
  if (!letter === !sheet || !classes.test(root?.classId ?? "")) findings.add("contentDiffers");
  if (letter) letterProblems(letter, stream, findings);
  if (sheet) sheetProblems(sheet, findings);
  return worstOf(findings) ?? (letter ? "doc" : "xls");
}
