import { actNames, acts, type Act, type ActName, type FileModel, type Who } from "./file-acts";

/* Every two acts of tests/workflow/file-acts.ts, where they can meet, and how that can end. */

const none = {
  withdrawal: false,
  advice: null,
  overdue: false,
  extended: false,
  prepared: false,
} as const;

/** Where a file can stand when two officers reach for it. */
export const situations = {
  submitted: { ...none, status: "submitted", holder: null },
  free: { ...none, status: "in_review", holder: null },
  "in review": { ...none, status: "in_review", holder: "nora", prepared: true },
  "free, withdrawal asked": { ...none, status: "in_review", holder: null, withdrawal: true },
  "in review, withdrawal asked": {
    ...none,
    status: "in_review",
    holder: "nora",
    withdrawal: true,
    prepared: true,
  },
  returned: { ...none, status: "returned", holder: "nora" },
  "returned and free": { ...none, status: "returned", holder: null },
  overdue: { ...none, status: "returned", holder: "nora", overdue: true },
  "to issue": { ...none, status: "recommended", holder: "nora", advice: "issue" },
  "to issue, withdrawal asked": {
    ...none,
    status: "recommended",
    holder: "nora",
    advice: "issue",
    withdrawal: true,
  },
  "to reject": { ...none, status: "recommended", holder: "nora", advice: "reject" },
} as const satisfies Record<string, FileModel>;
export type Situation = keyof typeof situations;
const situationNames = Object.keys(situations) as Situation[];

export interface Pair {
  readonly at: Situation;
  readonly one: ActName;
  readonly other: ActName;
  readonly byOne: Who;
  readonly byOther: Who;
}

const act = (name: ActName): Act => acts[name];
const after = (file: FileModel, name: ActName, who: Who): FileModel => ({
  ...file,
  ...act(name).then(file, who),
});

/** Two different people where possible, and of the second one for whom it is possible, before or after. */
function pairAt(at: Situation, one: ActName, other: ActName): Pair | null {
  const file: FileModel = situations[at];
  const byOne = act(one).by.find((who) => act(one).may(file, who));
  if (!byOne) return null;
  const others = [...act(other).by].sort((a) => (a === byOne ? 1 : -1));
  const byOther =
    others.find((who) => act(other).may(file, who)) ??
    others.find((who) => act(other).may(after(file, one, byOne), who)) ??
    others[0];
  return byOther ? { at, one, other, byOne, byOther } : null;
}

const bothMay = ({ at, other, byOther }: Pair) => act(other).may(situations[at], byOther);

/** Every pair of acts wherever both are possible, or else where one of them is. */
export function allPairs(): Pair[] {
  return actNames.flatMap((one, i) =>
    actNames.slice(i).flatMap((other) => {
      const found = situationNames.flatMap((at) => pairAt(at, one, other) ?? []);
      const both = found.filter(bothMay);
      const [either] = [...found, ...situationNames.flatMap((at) => pairAt(at, other, one) ?? [])];
      return both.length > 0 || !either ? both : [either];
    }),
  );
}

interface Ending {
  readonly oks: readonly [boolean, boolean];
  readonly file: FileModel;
}

/** How it can end: as if one had come after the other, in either order. */
export function endings({ at, one, other, byOne, byOther }: Pair): Ending[] {
  const start: FileModel = situations[at];
  const run = (first: [ActName, Who], second: [ActName, Who]) => {
    let file = start;
    const did = [first, second].map(([name, who]) => {
      if (!act(name).may(file, who)) return false;
      file = after(file, name, who);
      return true;
    });
    return { did, file };
  };
  const forth = run([one, byOne], [other, byOther]);
  const back = run([other, byOther], [one, byOne]);
  const serial: Ending[] = [
    { oks: [forth.did[0] === true, forth.did[1] === true], file: forth.file },
    { oks: [back.did[1] === true, back.did[0] === true], file: back.file },
  ];
  const missed = (["one", "other"] as const).flatMap((side) => {
    const mine = side === "one" ? one : other;
    if (!act(mine).passesOver) return [];
    const [name, who] = side === "one" ? ([other, byOther] as const) : ([one, byOne] as const);
    const may = act(name).may(start, who);
    const file = may ? after(start, name, who) : start;
    const oks: Ending["oks"] = side === "one" ? [false, may] : [may, false];
    return [{ oks, file }];
  });
  return [...serial, ...missed];
}
