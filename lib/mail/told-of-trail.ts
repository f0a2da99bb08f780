import type { EventKind, EventOf } from "@/lib/events/event";
import type { AuditEvent } from "@/lib/events/audit-event";
import { to } from "@/lib/mail/to";
import type { PeopleContext, Told } from "@/lib/mail/who-is-told";

type Kind = "audit.checked" | "log.checkpointSigned";

/** Of the trail and the log nobody is told but those who keep their heads: of the daily check, and of each checkpoint. */
export const trail: Record<Exclude<AuditEvent["kind"] & EventKind, Kind>, null> & {
  [K in Kind]: (event: EventOf<K>, context: PeopleContext) => Told[];
} = {
  "access.denied": null,
  "audit.exported": null,
  "audit.checked": ({ data: { broken, entries, head, to: batch } }, { address }) =>
    address.map((reader) => ({
      ...to(reader),
      template: "auditChecked",
      data: { whole: broken === null, entries, head, batch },
    })),
  "log.checkpointSigned": ({ data }, { address }) =>
    address.map((reader) => ({
      ...to(reader),
      template: "checkpointSigned",
      data,
    })),
  "hold.set": null,
  "hold.ended": null,
  "document.disposed": null,
  "application.disposed": null,
  "disposal.approved": null,
};
