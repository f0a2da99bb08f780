import type { EventKind, EventOf } from "@/lib/events/event";
import type { AuditEvent } from "@/lib/events/audit-event";
import type { PeopleContext, PlannedMail } from "@/lib/mail/who-is-told";

type Told = "audit.checked" | "log.checkpointSigned";

/** Of the trail and the log nobody is told but those who keep their heads: of the daily check, and of each checkpoint. */
export const trail: Record<Exclude<AuditEvent["kind"] & EventKind, Told>, null> & {
  [K in Told]: (event: EventOf<K>, context: PeopleContext) => PlannedMail[];
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
  "log.checkpointSigned": ({ data }, { address }) =>
    address.map(({ email }) => ({
      recipient: email,
      language: "en",
      template: "checkpointSigned",
      data,
    })),
  "hold.set": null,
  "hold.ended": null,
  "document.disposed": null,
  "application.disposed": null,
  "disposal.approved": null,
};
