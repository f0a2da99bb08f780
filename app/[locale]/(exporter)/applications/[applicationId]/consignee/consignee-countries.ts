import { countriesOf, nameIn, sortByName } from "@/lib/reference/lookups";
import type { Participant, Reference } from "@/lib/reference/types";
import type { Language } from "@/prisma/generated/enums";

/** A destination and the countries in which its consignee may be, the reader's alphabet first. */
export interface ConsigneeCountries {
  readonly destination: string;
  readonly name: string;
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/** Of each destination, the countries that count as it: 27 members and more for the European Union. */
export function consigneeCountries(
  reference: Pick<Reference, "countries" | "participants">,
  destinations: readonly Participant[],
  locale: Language,
): ConsigneeCountries[] {
  return destinations.map((destination) => {
    const countries = sortByName(countriesOf(reference, destination.code), locale);
    return {
      destination: destination.code,
      name: nameIn(destination, locale),
      codes: countries.map(({ code }) => code),
      names: countries.map((country) => nameIn(country, locale)),
    };
  });
}
