import type { Language } from "@/prisma/generated/enums";
import type {
  Country,
  Named,
  Participant,
  PriceBand,
  Reference,
  SanctionRule,
} from "@/lib/reference/types";

/** Whether a row with these days holds on a day. ISO dates compare as text. */
export function holdsOn(row: { from: string | null; to: string | null }, day: string): boolean {
  return (row.from === null || row.from <= day) && (row.to === null || day <= row.to);
}

/** Whether a participant is named in the Schedule on a day. */
export function isOnSchedule(participant: Participant, day: string): boolean {
  return holdsOn({ from: participant.scheduleFrom, to: participant.scheduleTo }, day);
}

export function participantByCode(
  { participants }: Pick<Reference, "participants">,
  code: string,
): Participant | null {
  return participants.find((participant) => participant.code === code) ?? null;
}

/** The participants to which diamonds may go on a day: on the Schedule, and never Canada. */
export function destinationsOn(reference: Reference, day: string): Participant[] {
  return reference.participants.filter((p) => p.code !== "CA" && isOnSchedule(p, day));
}

/** The participant to which a country belongs (BE → EU, HK → CN, NA → NA); null when it has none. */
export function participantOfCountry(
  { countries, participants }: Pick<Reference, "countries" | "participants">,
  country: string,
): string | null {
  const mapped = countries.find(({ code }) => code === country);
  if (mapped) return mapped.participant;
  // The European Union is a participant and no country: a consignee is in one of its members.
  if (country === "EU") return null;
  return participants.some(({ code }) => code === country) ? country : null;
}

/** The countries in which the consignee of a destination may be. */
export function countriesOf(
  reference: Pick<Reference, "countries" | "participants">,
  destination: string,
): (Country | Participant)[] {
  const own = reference.participants.filter((p) => p.code === destination && p.code !== "EU");
  return [...own, ...reference.countries.filter((c) => c.participant === destination)];
}

/** The prohibitions that hold on a day for goods of a subheading to a destination. */
export function prohibitions(
  { sanctions }: Pick<Reference, "sanctions">,
  destination: string,
  subheading: string,
  day: string,
): SanctionRule[] {
  return sanctions.filter(
    (rule) =>
      rule.destination === destination &&
      rule.subheading === subheading &&
      holdsOn({ from: rule.validFrom, to: rule.validTo }, day),
  );
}

interface Priced {
  readonly mine: string | null;
  readonly category: string | null;
  readonly subheading: string | null;
}

/** The band that holds on a day for such stones: the closest that fits, of equals the newest; or null. */
export function priceBandOf(
  { priceBands }: Pick<Reference, "priceBands">,
  stones: Priced,
  day: string,
): PriceBand | null {
  const fits = (of: keyof Priced) => (band: PriceBand) =>
    band[of] === null || band[of] === stones[of];
  // A mine says more than a category, and that more than a subheading.
  const closeness = ({ mine, subheading, category }: PriceBand) =>
    Number(mine !== null) * 4 + Number(category !== null) * 2 + Number(subheading !== null);
  const [closest = null] = priceBands
    .filter(fits("mine"))
    .filter(fits("category"))
    .filter(fits("subheading"))
    .filter((band) => holdsOn({ from: band.validFrom, to: band.validTo }, day))
    .sort((a, b) => closeness(b) - closeness(a) || b.validFrom.localeCompare(a.validFrom));
  return closest;
}

/** Both names of any country: the Schedule's, the office's, else the common ones. */
export function countryNames(
  { countries, participants }: Pick<Reference, "countries" | "participants">,
  code: string,
): Named {
  const known =
    countries.find((country) => country.code === code) ??
    participants.find((participant) => participant.code === code);
  if (known) return { nameEn: known.nameEn, nameFr: known.nameFr };
  return { nameEn: commonName(code, "en"), nameFr: commonName(code, "fr") };
}

export function nameIn(named: Named, locale: Language): string {
  return locale === "fr" ? named.nameFr : named.nameEn;
}

/** In the order of the reader's language: Émirats and États stand under E. */
export function sortByName<T extends Named>(rows: readonly T[], locale: Language): T[] {
  const collator = new Intl.Collator(locale, { sensitivity: "base" });
  return [...rows].sort((a, b) => collator.compare(nameIn(a, locale), nameIn(b, locale)));
}

function commonName(code: string, locale: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(`${locale}-CA`, { type: "region" }).of(code) ?? code;
}
