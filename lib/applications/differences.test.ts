import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "@/lib/applications/answers";
import { differencesOf, isAsked, type Compared } from "@/lib/applications/differences";
import { answersOf, scenarios } from "@/lib/applications/rules/scenario-answers";

const applicant = {
  legalName: "Aurore North Diamonds Inc.",
  addressLines: ["12 Franklin Avenue"],
  city: "Yellowknife",
  province: "NT",
  postalCode: "X1A 2N5",
  businessNumber: null,
};
const importId = "0a0e5c1e-0000-4000-9000-000000000001";
const version = (answers: Answers): Compared => ({
  applicant,
  answers,
  documents: [
    { id: "a", kind: "invoice", name: "invoice.pdf" },
    { id: "b", kind: "packing_list", name: "list.pdf" },
  ],
  importCertificates: [{ id: importId, issuer: "BW", number: "BW 1", origins: ["BW"] }],
});
const shipment = fc.constantFrom(
  ...scenarios.map((scenario) => answersOf(scenario, () => importId)),
);

/** Where each answer is: the path to every text and every yes or no. */
function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed(answers: Answers, path: readonly (string | number)[], to: string): Answers {
  const copy = structuredClone(answers);
  let branch = copy as unknown as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) branch = branch[part] as typeof branch;
  branch[path.at(-1) ?? ""] = to;
  return copy;
}

const nameOf = (path: readonly (string | number)[]) =>
  path
    .slice(1)
    .reduce<string>(
      (name, part) =>
        typeof part === "number" ? `${name}[${part}]` : name ? `${name}.${part}` : part,
      "",
    )
    .replace(/(addressLines)\[\d+\]$/, "$1");

describe("the differences of two versions", () => {
  it("are none where nothing was changed, nor where rows only moved", () => {
    fc.assert(
      fc.property(shipment, (answers) => {
        expect(differencesOf(version(answers), version(structuredClone(answers)))).toEqual([]);
        const origins = [...(answers.origin?.origins ?? [])].reverse();
        expect(
          differencesOf(version(answers), version({ ...answers, origin: { origins } })),
        ).toEqual([]);
      }),
    );
  });

  it("name every answer that was changed, with what it was and is", () => {
    fc.assert(
      fc.property(
        shipment.chain((answers) => {
          const paths = pathsIn(answers).filter((path) => path.at(-1) !== "id");
          return fc.record({
            answers: fc.constant(answers),
            path: fc.constantFrom(...paths),
            typed: fc.string({ minLength: 1, maxLength: 12 }),
          });
        }),
        ({ answers, path, typed }) => {
          const to = path.at(-1) === "category" ? "exploration" : typed;
          const after = changed(answers, path, to);
          const found = differencesOf(version(answers), version(after));
          const same = JSON.stringify(after) === JSON.stringify(answers);
          const about = found.filter(({ follows }) => !follows);
          expect(about).toHaveLength(same ? 0 : 1);
          if (same) return;
          expect(about[0]).toMatchObject({ section: path[0], field: nameOf(path) });
          const shown = about[0]?.after;
          if (typeof shown === "string") expect(shown).toBe(to);
          else expect(shown).toContain(to);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("name every answer of a row that came or went, by the row's id", () => {
    fc.assert(
      fc.property(shipment, fc.nat(5), (answers, place) => {
        const rows = answers.origin?.origins ?? [];
        const gone = rows[place % Math.max(1, rows.length)];
        if (!gone) return;
        const origins = rows.filter((row) => row !== gone);
        const less = version({ ...answers, origin: { origins } });
        const leaves = pathsIn(gone).filter(([name]) => name !== "id");
        for (const [from, to, kept] of [
          [version(answers), less, "removed"],
          [less, version(answers), "added"],
        ] as const) {
          const of = differencesOf(from, to).filter(({ row }) => row !== undefined);
          expect(of).toHaveLength(leaves.length);
          expect(of.every(({ row }) => row?.id === gone.id && row.kept === kept)).toBe(true);
          expect(of.every((each) => (each.before === null) === (kept === "added"))).toBe(true);
        }
      }),
    );
  });

  it("follow into price, totals, country of origin and the profile, and into documents by id", () => {
    const row = { id: "r", category: "new_production", mine: "EKATI", carats: "10.00" } as const;
    const before = version({ origin: { origins: [{ ...row, usd: "2000.00" }] } });
    const after: Compared = {
      ...version({ origin: { origins: [{ ...row, usd: "3000.00" }] } }),
      applicant: { ...applicant, city: "Whitehorse", province: "YT" },
      documents: [
        { id: "b", kind: "packing_list", name: "renamed.pdf" },
        { id: "c", kind: "invoice", name: "invoice.pdf" },
      ],
    };
    expect(
      differencesOf(before, after).map(({ field, before: was, after: is }) => [field, was, is]),
    ).toEqual([
      [
        "profile.address",
        ["12 Franklin Avenue", "Yellowknife", "NT", "X1A 2N5"],
        ["12 Franklin Avenue", "Whitehorse", "YT", "X1A 2N5"],
      ],
      ["origins[0].usd", "2000.00", "3000.00"],
      ["origins[0].price", "200.00", "300.00"],
      ["total.usd", "2000.00", "3000.00"],
      ["total.price", "200.00", "300.00"],
      ["documents.invoice", "invoice.pdf", null],
      ["documents.invoice", null, "invoice.pdf"],
    ]);
    const imported = {
      id: "r",
      category: "previously_imported",
      importCertificateId: importId,
    } as const;
    expect(differencesOf(before, version({ origin: { origins: [imported] } }))).toContainEqual({
      section: "origin",
      field: "total.origin",
      before: ["CA"],
      after: ["BW"],
      follows: true,
    });
  });

  it("say what was asked: the section, its field, or the field of the row wherever it is now", () => {
    const difference = {
      section: "origin",
      field: "origins[0].usd",
      row: { id: "r", kept: "changed" },
      before: "1.00",
      after: "2.00",
    } as const;
    const asks = (field: string | null, rowId: string | null, section = "origin") =>
      isAsked(difference, [{ section, field, rowId }]);
    expect(asks(null, null)).toBe(true);
    expect(asks("usd", "r")).toBe(true);
    expect(asks("usd", "other")).toBe(false);
    expect(asks("carats", "r")).toBe(false);
    expect(asks(null, null, "goods")).toBe(false);
    expect(isAsked({ ...difference, follows: true }, [])).toBeNull();
    const seal = { section: "goods", field: "seals[1]", before: "A", after: "B" } as const;
    expect(isAsked(seal, [{ section: "goods", field: "seals", rowId: null }])).toBe(true);
    expect(isAsked(seal, [{ section: "goods", field: "seals[0]", rowId: null }])).toBe(false);
  });

  it("say of a document that was asked for whether it was taken off or another of its kind came", () => {
    const before = version({});
    const kept = before.documents.filter(({ id }) => id !== "a");
    const after = {
      ...before,
      documents: [...kept, { id: "c", kind: "invoice" as const, name: "new.pdf" }],
    };
    const [taken, came] = differencesOf(before, after);
    const asked = (of: typeof taken, rowId: string | null, field = "documents.invoice") =>
      of && isAsked(of, [{ section: "documents", field, rowId }]);
    for (const of of [taken, came]) {
      expect(asked(of, "a")).toBe(true);
      expect(asked(of, null)).toBe(true);
      expect(asked(of, null, "documents.waybill")).toBe(false);
    }
    // Another one of the kind was meant: that this one is gone was not asked.
    expect(asked(taken, "other")).toBe(false);
  });
});
