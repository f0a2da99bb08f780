import { getTranslations } from "next-intl/server";
import { answerNames } from "./answer-names";
import type { OpenedSection } from "./open-section";
import { Differences } from "@/components/record/differences";
import { differencesOf } from "@/lib/applications/differences";
import { findSubmission } from "@/lib/applications/queries/find";

/** What the exporter has changed since the last submission; nothing where it is not returned. */
export async function OwnChanges({ opened: { application, viewer } }: { opened: OpenedSection }) {
  if (application.status !== "returned") return null;
  const submission = await findSubmission(viewer, application.id, application.submissionVersion);
  if (!submission) return null;
  const t = await getTranslations();
  const names = await answerNames(viewer, application);
  const { snapshot } = submission;
  const { exporter, answers, documents } = application;
  const certificates = [...snapshot.importCertificates, ...names.certificates];
  const differences = differencesOf(snapshot, {
    applicant: exporter,
    answers,
    documents,
    importCertificates: certificates,
  });
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t("summary.changes")}</h2>
      <Differences
        differences={differences}
        names={{ reference: names.reference, certificates }}
        before={t("differences.asSubmitted")}
        after={t("differences.now")}
      />
    </section>
  );
}
