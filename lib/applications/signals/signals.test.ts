import { describe, expect, it } from "vitest";
import { factsOf } from "@/lib/applications/rules/scenario-facts";
import { scenarios } from "@/lib/applications/rules/scenario-answers";
import { signalSentence } from "@/lib/applications/finding-sentence";
import { medianOf, timesApart } from "./figures";
import { riskOf, type History, type PastStones, type Signal } from "./signal";
import { signalsOf } from "./signals";

const shipment = scenarios.find(({ id }) => id === "S02");
if (!shipment) throw new Error("no S02");
const facts = factsOf(shipment);
const [row] = facts.answers.origin?.origins ?? [];
if (row?.category !== "new_production") throw new Error("not mined");
const price = Number(row.usd) / Number(row.carats);

const nothing: History = {
  stones: [],
  seals: [],
  invoices: [],
  consignee: { before: 4, own: 4, others: 0, exporters: 0, files: [] },
};
const file = (n: number) => ({ applicationId: `application-${n}`, number: `KPO-2026-000${n}` });
/** Stones of the first row's mine, some times as dear. */
const past = (n: number, times: number, changes: Partial<PastStones> = {}): PastStones => ({
  ...file(n),
  own: true,
  on: `2026-10-0${n}`,
  category: "new_production",
  mine: row.mine ?? null,
  subheading: null,
  carats: row.carats ?? "0",
  usd: (Number(row.usd) * times).toFixed(2),
  ...changes,
});
const about = (history: Partial<History>) => signalsOf(facts, { ...nothing, ...history });
const ofKind = (kind: string, signals: Signal[]) =>
  signals.filter(({ key }) => key.startsWith(`${kind}.`));

describe("figures", () => {
  it("finds the middle", () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf(["10", "2", "9"])).toBe("9.00");
    expect(medianOf(["1.00", "2.00"])).toBe("1.50");
  });

  it("says how far apart two are, whichever is larger", () => {
    expect(timesApart("50", "200")).toBe(4);
    expect(timesApart("200", "50")).toBe(4);
    expect(timesApart("0", "50")).toBe(1);
  });
});

describe("signals", () => {
  it("say nothing against a shipment like the others, and still have their sentence", () => {
    const signals = about({ stones: [1, 2, 3].map((n) => past(n, 1)) });
    expect(riskOf(signals)).toBe("none");
    expect(signals.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        "price.usual",
        "seal.new",
        "invoice.new",
        "consignee.known",
        "volume.within",
        "participant.on",
        "duplicate.none",
      ]),
    );
  });

  it.each([
    [1.2, "none"],
    [2.1, "noted"],
    [3.1, "high"],
    [0.3, "high"],
  ] as const)(
    "weigh a price against earlier ones that were %s times as dear: %s",
    (times, level) => {
      const stones = [1, 2, 3].map((n) => past(n, times));
      const [signal] = ofKind("price", about({ stones })).filter(({ prices }) => prices?.row === 1);
      expect(signal?.level).toBe(level);
      expect(signal?.prices?.shipments).toHaveLength(3);
      expect(Number(signal?.prices?.price)).toBeCloseTo(price, 1);
    },
  );

  it("do not weigh a price against two shipments alone", () => {
    const signals = ofKind("price", about({ stones: [past(1, 9), past(2, 9)] }));
    expect(signals.map(({ key, level }) => [key, level])).toContainEqual(["price.alone", "none"]);
  });

  it("let the tariff alone be worth a note, and never more", () => {
    const subheading = facts.answers.goods?.hsLines?.[0]?.subheading ?? null;
    if (facts.answers.goods?.hsLines?.length !== 1) return;
    const stones = [1, 2, 3].map((n) => past(n, 50, { own: false, mine: null, subheading }));
    expect(ofKind("price", about({ stones }))[0]?.level).toBe("noted");
  });

  it("tell of more carats than ever left that mine, with the largest shipment", () => {
    const small = [1, 2, 3].map((n) => past(n, 1, { carats: "1.00", usd: price.toFixed(2) }));
    const [signal] = ofKind("volume", about({ stones: small }));
    expect(signal).toMatchObject({ key: "volume.over", level: "high", files: [file(1)] });
  });

  it.each([
    [{ own: true, live: false, certificate: "CA00000017" }, "seal.past", "noted"],
    [{ own: true, live: true, certificate: "CA00000017" }, "seal.live", "high"],
    [{ own: false, live: true, certificate: null }, "seal.application", "high"],
  ] as const)("tell of a seal that was used before: %o", (use, key, level) => {
    const seals = [{ seal: "NT-1", ...file(7), ...use }];
    expect(ofKind("seal", about({ seals }))).toMatchObject([{ key, level, files: [file(7)] }]);
  });

  it("tell of an invoice that came before", () => {
    const invoices = [{ name: "a.pdf", own: false, ...file(3) }];
    expect(ofKind("invoice", about({ invoices }))).toMatchObject([
      { key: "invoice.others", level: "high", files: [file(3)] },
    ]);
  });

  it("tell of a consignee who is new, or shared", () => {
    const consignee = { before: 3, own: 0, others: 2, exporters: 1, files: [file(5)] };
    expect(ofKind("consignee", about({ consignee })).map(({ key, level }) => [key, level])).toEqual(
      [
        ["consignee.new", "noted"],
        ["consignee.shared", "noted"],
      ],
    );
    const first = { before: 0, own: 0, others: 0, exporters: 0, files: [] };
    expect(ofKind("consignee", about({ consignee: first }))).toMatchObject([
      { key: "consignee.first", level: "none" },
    ]);
  });

  it("tell of a destination that is not in the Schedule on the day", () => {
    const { destination } = facts.answers.consignee ?? {};
    const participants = facts.reference.participants.map((each) =>
      each.code === destination ? { ...each, scheduleTo: "2020-01-01" } : each,
    );
    const later = { ...facts, reference: { ...facts.reference, participants } };
    expect(ofKind("participant", signalsOf(later, nothing))).toMatchObject([
      { key: "participant.off", level: "high" },
    ]);
  });

  it("tell of the same shipment sent before, with the other file (R39)", () => {
    const other = {
      ...file(8),
      exporterId: "another-profile",
      consigneeName: facts.answers.consignee?.consignee?.name ?? "",
      submittedOn: "2026-11-12",
    };
    const signals = ofKind("duplicate", signalsOf({ ...facts, sameFigures: [other] }, nothing));
    expect(signals).toMatchObject([{ key: "duplicate.others", level: "high", files: [file(8)] }]);
  });

  it("have a whole sentence in both languages, with figures and no name left over", () => {
    const signals = [
      ...about({ stones: [1, 2, 3].map((n) => past(n, 4)) }),
      ...about({
        seals: [{ seal: "NT-1", own: false, live: true, certificate: "CA1", ...file(1) }],
      }),
      ...about({ consignee: { before: 1, own: 0, others: 1, exporters: 1, files: [] } }),
    ];
    for (const locale of ["en", "fr"] as const) {
      for (const signal of signals) {
        const sentence = signalSentence(signal, locale);
        expect(sentence, signal.key).toMatch(/\.$/);
        expect(sentence, signal.key).not.toMatch(/[{}]|signals\./);
      }
    }
  });
});
