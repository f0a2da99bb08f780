import type { EventOf } from "@/lib/events/event";
import { to, toMailbox } from "@/lib/mail/to";
import { tellReviewer } from "@/lib/mail/told-of-work";
import type { MailContext, Told } from "@/lib/mail/who-is-told";

/**
 * The office hears of every submission; who submitted has a receipt. The office reads English first. Owners hear
 * of what others submit in their name, and whoever returned a file, that it is back.
 */
export function submitted(event: EventOf<"application.submitted">, context: MailContext): Told[] {
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
  const office: Told = {
    ...toMailbox(context.officeMailbox),
    template: version === 1 ? "officeSubmission" : "officeResubmission",
    data: { ...common, exporter: context.exporterName },
  };
  const receipts = submission.by.map((reader): Told => {
    const data = { ...common, name: reader.name, exporter: context.exporterName };
    return { ...to(reader), template: "receipt", data };
  });
  return [office, ...receipts, ...others(event, context), ...back(event, context)];
}

type Submitted = EventOf<"application.submitted">;

function others({ applicationId, data }: Submitted, context: MailContext): Told[] {
  const { owners, submission, exporterName: exporter } = context;
  const [by] = submission?.by ?? [];
  if (!submission || !by) return [];
  const wrote = submission.by.map(({ userId }) => userId);
  return owners
    .filter(({ userId }) => !wrote.includes(userId))
    .map((reader) => ({
      ...to(reader),
      template: "submittedByOther",
      data: {
        applicationId,
        number: data.number,
        name: reader.name,
        exporter,
        person: by.name,
        submittedAt: submission.at,
      },
    }));
}

function back(event: Submitted, context: MailContext): Told[] {
  return event.data.version > 1 ? tellReviewer("fileResubmitted", event, context) : [];
}
