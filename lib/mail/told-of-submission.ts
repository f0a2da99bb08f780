import type { EventOf } from "@/lib/events/event";
import { to } from "@/lib/mail/to";
import type { MailContext, PlannedMail } from "@/lib/mail/who-is-told";

/** The office hears of every submission; who submitted has a receipt. The office reads English first. */
export function submitted(
  event: EventOf<"application.submitted">,
  context: MailContext,
): PlannedMail[] {
  const { submission } = context;
  if (!submission) return [];
  const { applicationId } = event;
  const { number, version } = event.data;
  const common = {
    applicationId,
    number,
    version,
    submittedAt: submission.at,
    dueAt: context.dueAt,
  };
  const office: PlannedMail = {
    recipient: context.officeMailbox,
    language: "en",
    template: version === 1 ? "officeSubmission" : "officeResubmission",
    data: { ...common, exporter: context.exporterName },
  };
  const receipts = submission.by.map((reader): PlannedMail => {
    return { ...to(reader), template: "receipt", data: { ...common, name: reader.name } };
  });
  return [office, ...receipts];
}
