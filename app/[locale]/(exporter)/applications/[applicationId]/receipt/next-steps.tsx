import { getTranslations } from "next-intl/server";
import type { ApplicationDetail, findSubmission } from "@/lib/applications/queries/find";
import { getFormatter } from "@/lib/i18n/get-formatter";

export type ShownSubmission = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

interface Props {
  application: ApplicationDetail;
  submission: ShownSubmission;
}

/** From the submission to the report of the export: what is done, what is now, what follows. */
export async function NextSteps({ application, submission }: Props) {
  const t = await getTranslations("receipt.steps");
  const format = await getFormatter();
  const at = (date: Date) => format.dateTime(date, { dateStyle: "full", timeStyle: "short" });
  const { status, dueAt } = application;
  const { answers, applicant } = submission.snapshot;
  const toExporter = answers.delivery?.to === "exporter";
  const name = toExporter ? (answers.applicant?.exporter?.name ?? "") : applicant.legalName;
  const issued = status === "issued";
  return (
    <ol className="timeline">
      <li>
        <h3>{t("submitted")}</h3>
        <p>{t("by", { when: at(submission.submittedAt), name: submission.submittedBy })}</p>
      </li>
      <li className={issued ? undefined : "now"}>
        <h3>{t("review")}</h3>
        {dueAt && !issued ? <p>{t("reviewText", { when: at(dueAt) })}</p> : null}
      </li>
      <li className={issued ? undefined : "next"}>
        <h3>{t("issue")}</h3>
        <p>{t("issueText", { to: toExporter ? "exporter" : "applicant", name })}</p>
      </li>
      <li className={issued ? "now" : "next"}>
        <h3>{t("export")}</h3>
        <p>{t("exportText")}</p>
      </li>
      <li className="next">
        <h3>{t("report")}</h3>
        <p>{t("reportText")}</p>
      </li>
    </ol>
  );
}
