import { sealListMark } from "@/lib/certificates/seal/seal-list";
import type { SealedFacts } from "@/lib/certificates/seal/sealed-facts";
import { nameOf } from "./countries";
import { carats, dollars, endOf, fill, longDate } from "./figures";
import type { Words } from "./words/words";

/** One thing to compare and to tick; `id` is the same in both languages. */
export interface Row {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly more: readonly string[];
  /** The serial number, set as on the paper. */
  readonly number?: true;
}

const row = (id: string, label: string, value: string, ...more: string[]): Row => ({
  id,
  label,
  value,
  more,
});

/** What the certificate in somebody's hand must say, in the order of the paper. */
export function paperRows(facts: SealedFacts, words: Words): readonly Row[] {
  const said = words.facts;
  return [
    { ...row("number", said.number, facts.number), number: true },
    row("issued", said.issued, longDate(facts.issued, words)),
    row("expires", said.expires, endOf(facts.expires, words)),
    row("exporter", said.exporter, facts.exporter.name, facts.exporter.place),
    row("consignee", said.consignee, facts.consignee.name, facts.consignee.place),
    row("consigneeCountry", said.consigneeCountry, nameOf(facts.consigneeCountry, words)),
    row("origin", said.origin, originOf(facts, words)),
    row("destination", said.destination, nameOf(facts.destination, words)),
    ...facts.lines.map(({ hs, source, ...line }) =>
      row(
        `line ${hs}`,
        said.line,
        hs,
        `${carats(line.carats, words)}, ${dollars(line.usd, words)}`,
        ...(source ? [fill(said.source, { code: source })] : []),
      ),
    ),
    row("total", said.total, carats(facts.totals.carats, words), dollars(facts.totals.usd, words)),
    row("parcels", said.parcels, String(facts.parcels)),
    ...facts.prior.map((prior) =>
      row(
        `prior ${prior.issuer} ${prior.number}`,
        said.prior,
        prior.number,
        `${nameOf(prior.issuer, words)}, ${carats(prior.carats, words)}`,
      ),
    ),
    ...(facts.replaces ? [row("replaces", said.replaces, facts.replaces)] : []),
  ];
}

/** What the box must show. */
export function boxRows(facts: SealedFacts, words: Words): readonly Row[] {
  const said = words.facts;
  const seals =
    "sha256" in facts.seals
      ? [row("seals", said.manySeals, sealListMark(facts.seals.sha256))]
      : facts.seals.map((seal, i) => row(`seal ${i}`, fill(said.seal, { n: i + 1 }), seal));
  return [
    row("containers", said.containers, String(facts.containers)),
    { ...row("marked", said.marked, facts.number), number: true },
    ...seals,
  ];
}

function originOf({ origin }: SealedFacts, words: Words): string {
  const names = origin.map((code) => nameOf(code, words));
  if (names.length === 0) return words.facts.notKnown;
  return names.length === 1 ? names.join("") : words.facts.mixed + names.join(words.facts.parted);
}
