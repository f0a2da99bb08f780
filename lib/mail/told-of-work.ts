import type { EventOf } from "@/lib/events/event";
import type { ToReviewer } from "@/lib/mail/notice";
import { to, toMailbox } from "@/lib/mail/to";
import type { MailContext, Told } from "@/lib/mail/who-is-told";

/** Something of a file waits for the officer who holds it, or who had returned it. */
export function tellReviewer(
  template: ToReviewer,
  { applicationId }: { applicationId: string },
  { reviewer, number, exporterName: exporter }: MailContext,
): Told[] {
  return reviewer.map((reader) => ({
    ...to(reader),
    template,
    data: { applicationId, number, exporter, name: reader.name },
  }));
}

/** The office hears that an exporter asks to withdraw, and the officer whose file it is. */
export function withdrawalRequested(
  event: EventOf<"withdrawal.requested">,
  context: MailContext,
): Told[] {
  const { officeMailbox, number, exporterName: exporter } = context;
  return [
    {
      ...toMailbox(officeMailbox),
      template: "officeWithdrawal",
      data: { applicationId: event.applicationId, number, exporter },
    },
    ...tellReviewer("fileToWithdraw", event, context),
  ];
}
