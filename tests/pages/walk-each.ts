import { afterEach, describe, expect, it } from "vitest";
import { walk } from "./walk-application";
import { setClock } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/routing";
import { generated, type Generated } from "@/tests/factories/generated/all";

const nameOf = ({ n, shipment, mistake }: Generated) => {
  const rows = (shipment.answers.origin?.origins ?? []).map(({ category }) => category);
  const to = shipment.answers.consignee?.consignee?.country ?? "";
  return `${n} ${rows.join(" + ")} to ${to}${mistake ? `: ${mistake.kind}` : ""}`;
};

/** The first draws every page for the first time. */
const timeout = 60_000;

/** Walks the generated applications of a language: the right ones go through, the others do not. */
export function walkEach(locale: Locale): void {
  const all = generated.filter((each) => each.locale === locale);
  const right = all.filter(({ mistake }) => mistake === null);
  const wrong = all.filter(({ mistake }) => mistake !== null);

  afterEach(() => setClock(null));

  it(`are 50 right ones and 50 with one of 25 mistakes in ${locale}`, () => {
    expect(right).toHaveLength(50);
    expect(wrong).toHaveLength(50);
    expect(new Set(wrong.map(({ mistake }) => mistake?.kind)).size).toBe(25);
  });

  describe(`50 of 50 right applications in ${locale} are submitted`, () => {
    it.each(right.map((each) => [nameOf(each), each] as const))(
      "%s",
      async (_name, each) => {
        const { number, told } = await walk(each);
        expect(told).toEqual([]);
        expect(number).toMatch(/^KPO-2026-\d{4}$/);
      },
      timeout,
    );
  });

  describe(`50 of 50 mistakes in ${locale} are told before submission`, () => {
    it.each(wrong.map((each) => [nameOf(each), each] as const))(
      "%s",
      async (_name, each) => {
        const { number, told } = await walk(each);
        expect(number).toBeNull();
        expect(told.length).toBeGreaterThan(0);
        // Wherever it is told, it is the same sentence, in the reader's language.
        expect(new Set(told).size).toBe(1);
        expect(told[0]?.replace(/\s/gu, " ")).toContain(each.mistake?.says[locale]);
      },
      timeout,
    );
  });
}
