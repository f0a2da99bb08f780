import type { Href } from "@/lib/i18n/navigation";

export const announcementHref = (announcementId: string) =>
  ({
    pathname: "/imports/announcements/[announcementId]",
    params: { announcementId },
  }) as const satisfies Href;

export const detailsHref = (announcementId: string) =>
  ({
    pathname: "/imports/announcements/[announcementId]/details",
    params: { announcementId },
  }) as const satisfies Href;

/** The account of a certificate in the register. */
export const statementHref = (importId: string) =>
  ({ pathname: "/imports/[importId]", params: { importId } }) as const satisfies Href;
