import { fieldWords, inRow, type Say } from "@/lib/applications/field-words";
import type { Difference } from "@/lib/applications/differences";

/** What has changed, by the name that the pages give it. */
export function differenceWords({ section, field, row }: Difference, say: Say): string {
  if (row) {
    const [, index = "0", name = ""] = /^origins\[(\d+)\]\.(.+)$/.exec(field) ?? [];
    const what = name === "price" ? say("differences.price") : (inRow(name, say) ?? name);
    const n = Number(index) + 1;
    switch (row.kept) {
      case "changed":
        return say("differences.row", { n, what });
      case "added":
        return say("differences.rowAdded", { n, what });
      case "removed":
        return say("differences.rowRemoved", { n, what });
    }
  }
  switch (field) {
    case "profile.legalName":
      return say("differences.profile.legalName");
    case "profile.address":
      return say("differences.profile.address");
    case "profile.businessNumber":
      return say("differences.profile.businessNumber");
    case "total.carats":
      return say("differences.total.carats");
    case "total.usd":
      return say("differences.total.usd");
    case "total.price":
      return say("differences.total.price");
    case "total.origin":
      return say("differences.total.origin");
  }
  return fieldWords(section, field, say);
}
