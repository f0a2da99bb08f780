import { useLocale } from "next-intl";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Reference } from "@/lib/reference/types";

interface Props {
  code: string;
  /** With it the Schedule's own names. */
  reference?: Pick<Reference, "countries" | "participants">;
}

/** A country's name in the reader's language. */
export function CountryName({ code, reference = { countries: [], participants: [] } }: Props) {
  return nameIn(countryNames(reference, code), useLocale());
}
