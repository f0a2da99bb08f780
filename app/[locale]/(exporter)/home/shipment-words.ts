import type { ApplicationRow } from "@/lib/applications/list-row";
import { showDecimal } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Reference } from "@/lib/reference/types";

/** What is known of a shipment so far: how much, for whom and where to. */
export function shipmentWords(row: ApplicationRow, locale: Locale, reference: Reference): string[] {
  const { carats, statedConsignee, statedDestination: code } = row;
  const destination = code && nameIn(countryNames(reference, code), locale);
  const place = [statedConsignee, destination].filter(Boolean).join(", ");
  return [carats ? showDecimal(carats, locale, "carats") : "", place].filter((word) => word !== "");
}
