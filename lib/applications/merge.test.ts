import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fieldIn,
  namedClashes,
  seenWith,
  withLeaves,
  type Clashes,
} from "@/lib/applications/clashes";
import { merge, same, type Merged } from "@/lib/applications/merge";
import type { Row } from "@/lib/applications/merge-rows";

const row = (id: string, more: Row = {}): Row => ({ id, category: "new_production", ...more });
const origins = (...rows: Row[]): Row => ({ origins: rows });
const lines = (...rows: Row[]): Row => ({ hsLines: rows });
const [a, b] = [row("a", { carats: "1.00" }), row("b", { carats: "2.00" })];
const heavier = row("a", { carats: "9.00" });

interface Case {
  what: string;
  base: Row;
  mine: Row;
  theirs: Row;
  answers: Row;
  clashes?: string[];
  keptRows?: Merged["keptRows"];
}

const table: Case[] = [
  {
    what: "takes theirs where I changed nothing",
    base: { consignee: { name: "A", city: "X" } },
    mine: { consignee: { name: "A", city: "X" } },
    theirs: { consignee: { name: "B" } },
    answers: { consignee: { name: "B" } },
  },
  {
    what: "keeps mine where only I changed it, also where I emptied it",
    base: { consignee: { name: "A", city: "X" } },
    mine: { consignee: { city: "Y" } },
    theirs: { consignee: { name: "A", city: "X" } },
    answers: { consignee: { city: "Y" } },
  },
  {
    what: "joins what each changed",
    base: { destination: "EU", consignee: { name: "A" } },
    mine: { destination: "IL", consignee: { name: "A" } },
    theirs: { destination: "EU", consignee: { name: "B", addressLines: ["1", "2"] } },
    answers: { destination: "IL", consignee: { name: "B", addressLines: ["1", "2"] } },
  },
  {
    what: "leaves theirs where both changed the same answer",
    base: { to: "applicant" },
    mine: {},
    theirs: { to: "exporter" },
    answers: { to: "exporter" },
    clashes: ["to"],
  },
  {
    what: "sees no clash where both wrote the same, whatever ends their lines",
    base: {},
    mine: { notes: "1\r\n2", lines: ["x"] },
    theirs: { notes: "1\n2", lines: ["x"] },
    answers: { notes: "1\n2", lines: ["x"] },
  },
  {
    what: "takes the lines of an address as one answer",
    base: { addressLines: ["1"] },
    mine: { addressLines: ["1", "2"] },
    theirs: { addressLines: ["0", "1"] },
    answers: { addressLines: ["0", "1"] },
    clashes: ["addressLines"],
  },
  {
    what: "tells a box that was never answered from one that is not ticked",
    base: {},
    mine: { exporterIsDifferent: false },
    theirs: {},
    answers: { exporterIsDifferent: false },
  },
  {
    what: "keeps the rows that either added",
    base: origins(a),
    mine: origins(a, row("m")),
    theirs: origins(a, row("t")),
    answers: origins(a, row("t"), row("m")),
  },
  {
    what: "removes a row that the other left alone",
    base: origins(a, b),
    mine: origins(b),
    theirs: origins(a, { ...b, usd: "5" }),
    answers: origins({ ...b, usd: "5" }),
  },
  {
    what: "removes a row that they removed and I left alone",
    base: origins(a, b),
    mine: origins(a, { ...b, usd: "5" }),
    theirs: origins(b),
    answers: origins({ ...b, usd: "5" }),
  },
  {
    what: "keeps a row that I removed and they changed",
    base: origins(a, b),
    mine: origins(b),
    theirs: origins(heavier, b),
    answers: origins(heavier, b),
    keptRows: [{ row: "origins[0]", removedBy: "me" }],
  },
  {
    what: "keeps a row that they removed and I changed",
    base: origins(a, b),
    mine: origins(heavier, b),
    theirs: origins(b),
    answers: origins(heavier, b),
    keptRows: [{ row: "origins[0]", removedBy: "them" }],
  },
  {
    what: "takes my order, and loses none of theirs",
    base: origins(a, b),
    mine: origins(b, a),
    theirs: origins(heavier, row("t"), b),
    answers: origins(b, heavier, row("t")),
  },
  {
    what: "takes their order where I left it alone",
    base: origins(a, b),
    mine: origins(heavier, b),
    theirs: origins(b, a),
    answers: origins(b, heavier),
  },
  {
    what: "finds the clash in a row that has moved",
    base: origins(a, b),
    mine: origins(a, { ...b, usd: "1" }),
    theirs: origins({ ...b, usd: "2" }, a),
    answers: origins({ ...b, usd: "2" }, a),
    clashes: ["origins[0].usd"],
  },
  {
    what: "loses no row whose id stands twice",
    base: origins(),
    mine: origins(a, a),
    theirs: origins(),
    answers: origins(a, a),
  },
  {
    what: "knows a tariff line by its subheading",
    base: lines({ subheading: "7102.10", carats: "1" }, { subheading: "7102.31", carats: "2" }),
    mine: lines({ subheading: "7102.31", carats: "2" }),
    theirs: lines({ subheading: "7102.10", carats: "1" }, { subheading: "7102.31", carats: "3" }),
    answers: lines({ subheading: "7102.31", carats: "3" }),
  },
  {
    what: "knows a tariff line by its place where its subheading changed",
    base: lines({ subheading: "7102.10", carats: "1" }),
    mine: lines({ subheading: "7102.21", carats: "1" }),
    theirs: lines({ subheading: "7102.10", carats: "4" }),
    answers: lines({ subheading: "7102.21", carats: "4" }),
  },
  {
    what: "keeps two lines of different subheadings that two people began",
    base: {},
    mine: lines({ subheading: "7102.10" }),
    theirs: lines({ subheading: "7102.31" }),
    answers: lines({ subheading: "7102.31" }, { subheading: "7102.10" }),
  },
  {
    what: "joins the first line that two people began",
    base: {},
    mine: lines({ carats: "1" }),
    theirs: lines({ subheading: "7102.31", carats: "1" }),
    answers: lines({ subheading: "7102.31", carats: "1" }),
  },
  {
    what: "drops the blank line of an empty page beside theirs",
    base: {},
    mine: { ...lines({}), parcels: "3" },
    theirs: lines({ subheading: "7102.31" }),
    answers: { ...lines({ subheading: "7102.31" }), parcels: "3" },
  },
];

describe("merging a section that two people changed", () => {
  it.each(table)("$what", ({ base, mine, theirs, answers, clashes = [], keptRows = [] }) => {
    const merged = merge(base, mine, theirs);
    expect(merged.answers).toEqual(answers);
    expect(merged.clashes.map(({ field }) => field)).toEqual(clashes);
    expect(merged.keptRows).toEqual(keptRows);
  });

  it("tells both sides of a clash, and what was there before", () => {
    const merged = merge(
      origins(a),
      origins({ ...a, carats: "3.00" }),
      origins(b, { ...a, carats: "4.00" }),
    );
    const sides = { base: "1.00", mine: "3.00", theirs: "4.00" };
    expect(merged.clashes).toEqual([{ field: "origins[1].carats", ...sides }]);
    const named = namedClashes(merged.clashes, merged.answers);
    expect(named).toEqual({ "origins[#a].carats": sides });
    expect(fieldIn(origins(a, b), "origins[#a].carats")).toBe("origins[0].carats");
    expect(fieldIn(origins(b), "origins[#a].carats")).toBeNull();
    expect(seenWith(merged.answers, named)).toEqual(origins(b, a));
  });
});

const text = fc.constantFrom("", "1", "2", "3").map((value) => value || undefined);
const rowOf = (id: string) =>
  fc.record({ id: fc.constant(id), carats: text, usd: text }).map((made) => made as Row);
const section = fc
  .record({ place: text, rows: fc.shuffledSubarray(["a", "b", "c"]) })
  .chain(({ place, rows }) =>
    fc.tuple(...rows.map(rowOf)).map((made): Row => ({ place, origins: made })),
  );

type Leaves = Record<string, string | undefined>;

/** Every answer by a name that lasts. */
function leavesOf(answers: Row): Leaves {
  const rows = answers["origins"] as Row[];
  const entries = rows.flatMap((each) =>
    Object.entries(each).map(([name, value]) => [`${String(each["id"])}.${name}`, value]),
  );
  return Object.fromEntries([["place", answers["place"]], ...entries]) as Leaves;
}

describe("whatever two people do", () => {
  it("changes nothing where only one of them did", () => {
    fc.assert(
      fc.property(section, section, (base, other) => {
        expect(same(merge(base, other, base).answers, other)).toBe(true);
        expect(same(merge(base, base, other).answers, other)).toBe(true);
        expect(same(merge(base, other, other).answers, other)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("overwrites nothing of theirs that was not read, and drops nothing of mine without a word", () => {
    fc.assert(
      fc.property(section, section, section, (base, mine, theirs) => {
        const merged = merge(base, mine, theirs);
        const [was, own, other, now] = [base, mine, theirs, merged.answers].map(leavesOf) as [
          Record<string, string>,
          Record<string, string>,
          Record<string, string>,
          Record<string, string>,
        ];
        const named = namedClashes(merged.clashes, merged.answers);
        const clashing = (name: string) =>
          (name === "place" ? name : name.replace(/^(\w)\./, "origins[#$1].")) in named;
        for (const name of Object.keys({ ...was, ...own, ...other })) {
          if (other[name] !== was[name] && other[name] !== undefined) {
            expect(now[name], name).toBe(other[name]);
          }
          if (own[name] !== was[name] && own[name] !== undefined && now[name] !== own[name]) {
            expect(clashing(name), name).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** Somebody's open page: what they saw, what stands in its fields, what waits for their choice. */
class Editor {
  private seen: Row = { origins: [] };
  private typed: Row = { origins: [] };
  private waiting: Clashes = {};
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }

  type(change: (typed: Row) => Row): void {
    this.typed = change(structuredClone(this.typed));
  }

  /** The request: what is compared, and what is done with the answer. */
  save() {
    const sent = structuredClone(this.typed);
    return {
      base: seenWith(this.seen, this.waiting),
      sent,
      answered: ({ clashes, answers }: Merged) => {
        this.seen = sent;
        this.waiting = namedClashes(clashes, answers);
      },
    };
  }

  /** Chooses my own answer in every clash, or theirs. */
  choose(mine: boolean): void {
    for (const [name, sides] of Object.entries(this.waiting)) {
      this.seen = withLeaves(this.seen, { [name]: sides.theirs });
      if (!mine) this.typed = withLeaves(this.typed, { [name]: sides.theirs });
    }
    this.waiting = {};
  }

  get open(): number {
    return Object.keys(this.waiting).length;
  }
}

const step = fc.record({
  who: fc.boolean(),
  what: fc.constantFrom("place", "add", "carats", "usd", "remove", "turn", "choose"),
  row: fc.nat(4),
  mine: fc.boolean(),
});

describe("two editors whose saves arrive in any order", () => {
  it("lose no update in 1,000 interleavings", { timeout: 60_000 }, async () => {
    let clashes = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { minLength: 4, maxLength: 14 }),
        async (s, steps) => {
          let stored: Row = { origins: [] };
          const everStored = new Set<string>();
          const editors = [new Editor("first"), new Editor("second")] as const;
          let count = 0;
          const value = () => `${(count += 1)}`;

          const save = async (editor: Editor) => {
            const { base, sent, answered } = editor.save();
            await s.schedule(Promise.resolve(), `${editor.name} arrives`);
            const before = leavesOf(stored);
            const seen = leavesOf(base);
            const merged = merge(base, sent, stored);
            stored = merged.answers;
            for (const each of Object.values(leavesOf(stored))) everStored.add(each ?? "");
            clashes += merged.clashes.length;
            for (const [name, was] of Object.entries(before)) {
              // Whatever is overwritten stood on the page of whoever overwrites it.
              if (leavesOf(stored)[name] !== was) expect(seen[name], name).toBe(was);
            }
            for (const [name, own] of Object.entries(leavesOf(sent))) {
              if (own === undefined || everStored.has(own)) continue;
              const clash = merged.clashes.some(({ mine }) => mine === own);
              expect(clash || leavesOf(stored)[name] === own, name).toBe(true);
            }
            await s.schedule(Promise.resolve(), `${editor.name} is answered`);
            answered(merged);
          };

          const works = editors.map(async (editor, i) => {
            for (const { who, what, row: at, mine } of steps) {
              if (who !== (i === 0)) continue;
              if (what === "choose") editor.choose(mine);
              else
                editor.type((typed) => {
                  const rows = typed["origins"] as Record<string, unknown>[];
                  if (what === "place") return { ...typed, place: value() };
                  if (what === "add") rows.push({ id: value() });
                  else if (what === "turn") rows.reverse();
                  else if (what === "remove") rows.splice(at, 1);
                  else if (rows[at]) rows[at][what] = value();
                  return typed;
                });
              await save(editor);
            }
            for (let round = 0; round < 3 && editor.open > 0; round += 1) {
              editor.choose(true);
              await save(editor);
            }
          });
          await s.waitFor(Promise.all(works));
        },
      ),
      { numRuns: 1000 },
    );
    // Two who meet, not two who pass by each other.
    expect(clashes).toBeGreaterThan(100);
  });
});
