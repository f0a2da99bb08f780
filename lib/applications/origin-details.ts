import type { useTranslations } from "next-intl";
import type { AnswerNames } from "@/lib/applications/answer-names";
import type { OriginRow } from "@/lib/applications/answers";
import { showCoordinate } from "@/lib/forms/coordinates";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Locale } from "@/lib/i18n/routing";

/** What a row says beside its category, mass and value: a line for each fact that is there. */
export function originDetails(
  row: OriginRow,
  { reference, certificates }: AnswerNames,
  locale: Locale,
  t: ReturnType<typeof useTranslations<"application">>,
): string[] {
  const country = (code: string) =>
    code === "unknown" ? t("origin.unknown") : nameIn(countryNames(reference, code), locale);
  const stated = (code: string | undefined) =>
    code ? t("answers.stated", { country: country(code) }) : null;
  const lines = (): (string | null | undefined)[] => {
    switch (row.category) {
      case "new_production": {
        const mine = reference.mines.find(({ code }) => code === row.mine);
        return [
          mine ? nameIn(mine, locale) : row.mine,
          row.notes ? t("answers.notes", { notes: row.notes }) : null,
        ];
      }
      case "previously_imported": {
        const found = certificates.find(({ id }) => id === row.importCertificateId);
        return [found ? [found.number, ...found.origins.map(country)].join(", ") : null];
      }
      case "exploration":
        return [
          [row.facilityName, row.facilityPlace].filter(Boolean).join(", "),
          row.latitude && row.longitude
            ? `${showCoordinate(row.latitude, "latitude", locale)}, ${showCoordinate(row.longitude, "longitude", locale)}`
            : null,
        ];
      case "extraction":
        return [
          [row.facilityName, row.facilityPlace].filter(Boolean).join(", "),
          row.concentratesFrom === "in_canada"
            ? t("answers.concentratesCanada")
            : row.concentratesFrom === "outside_canada"
              ? t("answers.concentratesOutside")
              : null,
          row.concentratesFrom === "outside_canada" ? stated(row.statedOrigin) : null,
        ];
      case "in_canada_before_2003":
        return [stated(row.statedOrigin)];
    }
  };
  return lines().filter((line): line is string => Boolean(line));
}
