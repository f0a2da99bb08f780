import type { Href } from "@/lib/i18n/navigation";

export const certificateHref = (certificateId: string) =>
  ({
    pathname: "/office/certificates/[certificateId]",
    params: { certificateId },
  }) as const satisfies Href;
