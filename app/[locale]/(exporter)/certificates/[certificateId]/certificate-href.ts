import type { Href } from "@/lib/i18n/navigation";

export const certificateHref = (certificateId: string) =>
  ({
    pathname: "/certificates/[certificateId]",
    params: { certificateId },
  }) as const satisfies Href;

export const exportHref = (certificateId: string) =>
  ({
    pathname: "/certificates/[certificateId]/export",
    params: { certificateId },
  }) as const satisfies Href;
