import type { EventKind, EventOf } from "@/lib/events/event";
import type { AuditEvent } from "@/lib/events/audit-event";
import type { PeopleContext, PlannedMail } from "@/lib/mail/who-is-told";

type Row = (event: EventOf<"audit.checked">, context: PeopleContext) => PlannedMail[];

/** Of the trail itself nobody is told but the auditors, of its daily check. */
export const trail: Record<Exclude<AuditEvent["kind"] & EventKind, "audit.checked">, null> & {
  "audit.checked": Row;
} = {
  "access.denied": null,
  "audit.exported": null,
  "audit.checked": ({ data: { broken, entries, head, to } }, { address }) =>
    address.map(({ email }) => ({
      recipient: email,
      language: "en",
      template: "auditChecked",
      data: { whole: broken === null, entries, head, batch: to },
    })),
  "hold.set": null,
  "hold.ended": null,
  "document.disposed": null,
  "application.disposed": null,
  "disposal.approved": null,
};
