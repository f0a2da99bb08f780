import { lineColumns } from "./lines";
import type { OriginNames } from "./lookups";
import { originColumns } from "./origins";
import { inLanguage } from "./words";
import type { OriginRow, TariffLine } from "@/lib/applications/answers";
import { showCoordinate } from "@/lib/forms/coordinates";
import { showDecimal } from "@/lib/forms/numbers";
import { nameIn } from "@/lib/reference/lookups";
import type { Language } from "@/prisma/generated/enums";

type Cells<C extends readonly string[]> = Partial<Record<C[number], string>>;

/** An origin row as the cells of a spreadsheet, in the reader's words: `readOrigins` reads them back. */
export function writtenOrigin(
  row: OriginRow,
  { reference, certificates }: OriginNames,
  locale: Language,
): string[] {
  const { category, carats = "", usd = "" } = row;
  const word = (of: Parameters<typeof inLanguage>[1]) => inLanguage(locale, of);
  const cells: Cells<typeof originColumns> = {
    category: word(({ categories }) => categories[category]),
    carats: showDecimal(carats, locale),
    usd: showDecimal(usd, locale),
  };
  if ("mine" in row) {
    const mine = reference.mines.find(({ code }) => code === row.mine);
    cells.mine = mine ? nameIn(mine, locale) : "";
  }
  if ("notes" in row) cells.notes = row.notes ?? "";
  if ("importCertificateId" in row) {
    cells.certificate = certificates.find(({ id }) => id === row.importCertificateId)?.number ?? "";
  }
  if ("facilityName" in row) cells.facilityName = row.facilityName ?? "";
  if ("facilityPlace" in row) cells.facilityPlace = row.facilityPlace ?? "";
  if ("latitude" in row && "longitude" in row) {
    cells.latitude = showCoordinate(row.latitude, "latitude", locale);
    cells.longitude = showCoordinate(row.longitude, "longitude", locale);
  }
  if ("concentratesFrom" in row) {
    cells.concentratesFrom = word(({ application: { origin } }) =>
      row.concentratesFrom === "in_canada" ? origin.inCanada : origin.outsideCanada,
    );
  }
  if ("statedOrigin" in row) {
    const country = reference.participants.find(({ code }) => code === row.statedOrigin);
    cells.statedOrigin = country
      ? nameIn(country, locale)
      : word(({ application: { origin } }) => origin.unknown);
  }
  return originColumns.map((column) => cells[column] ?? "");
}

/** A tariff line as the cells of a spreadsheet. */
export function writtenLine(line: TariffLine, locale: Language): string[] {
  const { subheading = "", carats = "", usd = "" } = line;
  const cells: Required<Cells<typeof lineColumns>> = {
    subheading,
    carats: showDecimal(carats, locale),
    usd: showDecimal(usd, locale),
  };
  return lineColumns.map((column) => cells[column]);
}
