import type { Answers } from "@/lib/applications/answers";
import { originRow } from "@/lib/applications/schema-origin";
import { sectionSchemas } from "@/lib/applications/schema";
import type { Keepable } from "@/lib/exporters/book";

/** What an application's answers hold that is worth keeping in the profile's address book: what is complete. */
export function bookOf(answers: Answers): Keepable[] {
  const consignee = sectionSchemas.consignee.safeParse(answers.consignee ?? {});
  const rows = (answers.origin?.origins ?? []).flatMap((row): Keepable[] => {
    const { data } = originRow.safeParse(row);
    switch (data?.category) {
      case "extraction": {
        const { facilityName, facilityPlace } = data;
        return [{ kind: "facility", data: { facilityName, facilityPlace } }];
      }
      case "exploration": {
        const { facilityName, facilityPlace, latitude, longitude } = data;
        return [{ kind: "site", data: { facilityName, facilityPlace, latitude, longitude } }];
      }
      case "new_production":
      case "previously_imported":
      case "in_canada_before_2003":
      case undefined:
        return [];
    }
  });
  return [
    ...(consignee.success ? [{ kind: "consignee", data: consignee.data } as const] : []),
    ...rows,
  ];
}
