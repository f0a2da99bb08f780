import type { Answers, OriginRow } from "@/lib/applications/answers";
import { sectionForms } from "@/lib/applications/schema";

const inRow = {
  new_production: ["mine", "notes"],
  previously_imported: ["importCertificateId"],
  exploration: [
    "facilityName",
    "facilityPlace",
    "latitude.degrees",
    "latitude.minutes",
    "longitude.degrees",
    "longitude.minutes",
  ],
  extraction: ["facilityName", "facilityPlace", "concentratesFrom", "statedOrigin"],
  in_canada_before_2003: ["statedOrigin"],
} as const satisfies Record<OriginRow["category"], readonly string[]>;

/** The fields of a section, by their names in its form, that an officer can ask to change in these answers. */
export function fieldsToAsk(section: string, { applicant, origin, goods }: Answers): string[] {
  if (!(section in sectionForms)) return [];
  const names = Object.keys(sectionForms[section as keyof typeof sectionForms].fields);
  const single = names.filter((name) => !name.includes("[]"));
  switch (section) {
    case "applicant":
      return applicant?.exporterIsDifferent ? single : ["exporterIsDifferent"];
    case "origin":
      return (origin?.origins ?? []).flatMap((row, i) =>
        ["category", ...inRow[row.category], "carats", "usd"].map(
          (name) => `origins[${i}].${name}`,
        ),
      );
    case "goods": {
      const lines = (goods?.hsLines ?? []).flatMap((_, i) =>
        names.filter((name) => name.startsWith("hsLines[]")).map((n) => n.replace("[]", `[${i}]`)),
      );
      return [...lines, ...single, ...(goods?.seals ?? []).map((_, i) => `seals[${i}]`)];
    }
    default:
      return single;
  }
}
