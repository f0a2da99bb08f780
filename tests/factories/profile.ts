import type { ExporterProfile } from "@/lib/exporters/schema";

/** What the owner of a brand-new profile enters. */
export const profile = (changes: Partial<ExporterProfile> = {}): ExporterProfile => ({
  legalName: "Boreal Rough Ltd.",
  addressLines: ["12 Franklin Avenue", "Suite 300"],
  city: "Yellowknife",
  province: "NT",
  postalCode: "X1A 2N5",
  residencyAttested: true,
  ...changes,
});
