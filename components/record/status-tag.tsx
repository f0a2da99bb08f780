import { useTranslations } from "next-intl";
import type { ApplicationStatus } from "@/prisma/generated/enums";

const tint: Record<ApplicationStatus, string> = {
  draft: "",
  submitted: "tag--blue",
  in_review: "tag--violet",
  recommended: "tag--violet",
  returned: "tag--amber",
  issued: "tag--green",
  rejected: "tag--red",
  cancelled: "tag--white",
};

/** The status of an application in the exporter's words. */
export function StatusTag({ status }: { status: ApplicationStatus }) {
  const t = useTranslations("status.exporter");
  return (
    <span className={`tag ${tint[status]}`}>
      {t(status === "recommended" ? "in_review" : status)}
    </span>
  );
}
