import { readFileSync } from "node:fs";
import { identities, sides, type Identity, type Side } from "./identities";

/*
 * docs/authorization.md as data. The page is the statement itself, read by auditors and by the tests
 * alike, so that neither can differ from the other.
 */

/** The legend is in the page. */
export const marks = ["✓", "○", "–", "✗", "→", "·"] as const;
export type Mark = (typeof marks)[number];

export interface Row {
  readonly name: string;
  /** In which state the record is; empty where the row names no record. */
  readonly on: string;
  readonly marks: Readonly<Record<Identity, Readonly<Record<Side, Mark>>>>;
}

/** Functions that take no viewer, or one whom the caller has already asked, with the reason. */
export interface Unasked {
  readonly name: string;
  readonly why: string;
}

const file = "docs/authorization.md";

const cellsOf = (line: string) =>
  line
    .slice(1, line.lastIndexOf("|"))
    .split("|")
    .map((cell) => cell.trim().replaceAll("`", ""));

/** The lines of every table that begins with this heading. */
function linesUnder(heading: string): string[][] {
  const found: string[][] = [];
  let inside = false;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (!line.startsWith("|")) inside = false;
    else if (inside) found.push(cellsOf(line));
    else inside = cellsOf(line)[0] === heading;
  }
  return found.filter(([name]) => !/^:?-+:?$/.test(name ?? ""));
}

function markOf(text: string | undefined, what: string): Mark {
  const mark = marks.find((each) => each === text);
  if (!mark) throw new Error(`${file}: ${what} is "${text ?? ""}", which is no mark`);
  return mark;
}

/** One mark where no record is named, or it makes no difference; else one for A's and one for B's. */
function rowOf([name = "", on = "", ...cells]: string[]): Row {
  const stated = identities.map((identity, column) => {
    const [a, b = a, ...more] = Array.from(cells[column] ?? "");
    const what = `${name}, ${identity}`;
    if (more.length > 0) throw new Error(`${file}: ${what} has more than two marks`);
    return [identity, { A: markOf(a, what), B: markOf(b, what) }] as const;
  });
  return { name, on, marks: Object.fromEntries(stated) as unknown as Row["marks"] };
}

const rows = (heading: string): Row[] => linesUnder(heading).map(rowOf);

export const pages = rows("Page");
export const actions = rows("Action");
export const handlers = rows("Handler");
export const functions = rows("Function");
export const unasked: Unasked[] = linesUnder("Function without cells").map(
  ([name = "", why = ""]) => ({ name, why }),
);

/** Every cell of a row: who, on whose record, and what is stated; once where no record is named. */
export function cellsIn({ on, marks }: Row): { identity: Identity; side: Side; mark: Mark }[] {
  const named = on === "" ? (["A"] as const) : sides;
  return identities.flatMap((identity) =>
    named.map((side) => ({ identity, side, mark: marks[identity][side] })),
  );
}

/** What to write for something that is missing: a row with every cell still to be stated. */
export const emptyRow = (name: string) =>
  `| \`${name}\` | | ${identities.map(() => "??").join(" | ")} | |`;
