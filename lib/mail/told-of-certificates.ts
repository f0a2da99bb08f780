import type {
  CertificateEvent,
  CertificateEventKind,
  SheetEvent,
} from "@/lib/events/certificate-event";
import type { EventOf } from "@/lib/events/event";
import type {
  AboutCertificate,
  AuthorityWarning,
  ConfirmationAsk,
  NoticeData,
} from "@/lib/mail/notice";
import { nobody, to, toMailbox } from "@/lib/mail/to";
import type { MailContext, Told } from "@/lib/mail/who-is-told";

type Row<K extends CertificateEventKind> = (event: EventOf<K>, context: MailContext) => Told[];
type Rows = { [K in CertificateEventKind]: Row<K> | null } & Record<SheetEvent["kind"], null>;

/** Who is told of what becomes of certificates; a kind of event that has no row here does not compile. */
export const certificates: Rows = {
  "certificate.issued": (event, { mandated, number, exporterName: exporter }) =>
    mandated.map((reader) => ({
      ...to(reader),
      template: "issued",
      data: {
        applicationId: event.applicationId,
        number,
        name: reader.name,
        exporter,
        certificateId: event.certificateId,
        certificateNumber: event.data.number,
      },
    })),
  "certificate.documentReady": nobody,
  "certificate.printed": nobody,
  "certificate.dispatched": (event, context) => {
    const { on, carrier, tracking } = event.data;
    return tellExporter("certificateDispatched", event, context, { sentOn: on, carrier, tracking });
  },
  "certificate.delivered": nobody,
  "certificate.returned": nobody,
  "certificate.exported": nobody,
  "certificate.reportReceived": (event, context) => tellExporter("reportReceived", event, context),
  "certificate.reportReminded": (event, context) => {
    const { reminder, dueOn } = event.data;
    return tellExporter(reminders[reminder], event, context, { dueOn });
  },
  "certificate.lossStated": (event, context) => tellOffice("officeLoss", event, context),
  "certificate.confirmationAsked": (event, context) =>
    askAuthority("confirmationAsked", context, event.data.linkId),
  "certificate.confirmationReminded": (_event, context) =>
    context.linkId ? askAuthority("confirmationReminded", context, context.linkId) : [],
  "certificate.importConfirmed": (event, context) => [
    ...context.authority.map((reader) => ({
      ...to(reader),
      template: "receiptSigned" as const,
      data: {
        certificateNumber: context.certificateNumber,
        authority: reader.name,
        receiptId: event.data.receiptId,
      },
    })),
    ...tellExporter("importConfirmed", event, context),
    ...(event.data.differences.length > 0 ? tellOffice("officeDifferences", event, context) : []),
  ],
  "certificate.differencesResolved": nobody,
  "certificate.lost": (event, context) => [
    ...tellExporter("certificateLost", event, context),
    ...warnAuthority("authorityLost", context),
  ],
  "certificate.replaced": (event, context) =>
    tellExporter("certificateReplaced", event, context, { successor: event.data.number }),
  "certificate.invalidationProposed": nobody,
  "certificate.invalidationTakenBack": nobody,
  "certificate.invalidationRefused": nobody,
  "certificate.invalidated": (event, context) => [
    ...tellExporter("certificateInvalidated", event, context),
    ...warnAuthority("authorityInvalidated", context),
  ],
  "certificate.surrendered": (event, context) =>
    tellExporter("certificateSurrendered", event, context),
  "certificate.expired": (event, context) => tellExporter("certificateExpired", event, context),
  "certificate.expiringSoon": (event, context) =>
    tellExporter("certificateExpiring", event, context, { dueOn: event.data.expiresOn }),
  "certificate.neverExported": nobody,
  "printer.set": nobody,
  "sheets.received": nobody,
  "sheets.spoiled": nobody,
  "sheets.destroyed": nobody,
};

const reminders = {
  ask: "exportAsked",
  dueSoon: "reportDueSoon",
  overdue: "reportOverdue",
} as const;

type More = Partial<
  Pick<NoticeData<AboutCertificate>, "dueOn" | "sentOn" | "carrier" | "tracking" | "successor">
>;

/** How a certificate stands, to everybody who acts for the exporter. */
function tellExporter(
  template: AboutCertificate,
  { certificateId }: Pick<CertificateEvent, "certificateId">,
  { mandated, certificateNumber, exporterName: exporter }: MailContext,
  more: More = {},
): Told[] {
  const none = { dueOn: null, sentOn: null, carrier: null, tracking: null, successor: null };
  return mandated.map((reader) => ({
    ...to(reader),
    template,
    data: { certificateId, certificateNumber, name: reader.name, exporter, ...none, ...more },
  }));
}

/** The authority of the destination is not to let a shipment in on this certificate. */
function warnAuthority(
  template: AuthorityWarning,
  { authority, certificateNumber }: MailContext,
): Told[] {
  return authority.map((reader) => ({
    ...to(reader),
    template,
    data: { certificateNumber, authority: reader.name },
  }));
}

/** The authority of the destination is asked to confirm the import, by a link of its own. */
function askAuthority(
  template: ConfirmationAsk,
  { authority, certificateNumber }: MailContext,
  linkId: string,
): Told[] {
  return authority.map((reader) => ({
    ...to(reader),
    template,
    data: { certificateNumber, authority: reader.name, linkId },
  }));
}

/** Something of a certificate waits for an officer. */
function tellOffice(
  template: "officeLoss" | "officeDifferences",
  { certificateId }: Pick<CertificateEvent, "certificateId">,
  { officeMailbox, exporterName, certificateNumber }: MailContext,
): Told[] {
  const data = { certificateId, certificateNumber, exporter: exporterName };
  return [{ ...toMailbox(officeMailbox), template, data }];
}
