import { useTranslations } from "next-intl";
import type { AnnouncementStatus } from "@/prisma/generated/enums";

const tint: Record<AnnouncementStatus, string> = {
  draft: "",
  sent: "tag--blue",
  returned: "tag--amber",
  registered: "tag--green",
  declined: "tag--red",
  withdrawn: "tag--white",
};

/** Where an announced import stands. */
export function AnnouncementTag({ status }: { status: AnnouncementStatus }) {
  const t = useTranslations("imports.status");
  return <span className={`tag ${tint[status]}`}>{t(status)}</span>;
}
