import type { Href } from "@/lib/i18n/navigation";
import type { SearchGroup } from "@/lib/search/queries/search";

/** The page of what was found; of a seal or a consignee, the application's. */
export function hitHref(hit: SearchGroup["hits"][number]): Href {
  const { id } = hit;
  switch (hit.kind) {
    case "applications":
    case "consignees":
      return { pathname: "/office/review/[applicationId]", params: { applicationId: id } };
    case "seals":
      return {
        pathname: "/office/review/[applicationId]",
        params: { applicationId: hit.row.applicationId },
      };
    case "certificates":
      return { pathname: "/office/certificates/[certificateId]", params: { certificateId: id } };
    case "imports":
      return { pathname: "/office/imports/[importId]", params: { importId: id } };
    case "exporters":
      return { pathname: "/office/exporters/[exporterId]", params: { exporterId: id } };
    case "people":
      return { pathname: "/office/people/[userId]", params: { userId: id } };
  }
}
