import type { EventKind, EventOf } from "@/lib/events/event";
import type { AboutImport } from "@/lib/mail/notice";
import { nobody, to, toMailbox } from "@/lib/mail/to";
import type { MailContext, Told } from "@/lib/mail/who-is-told";

/** What the decision needs to know of an import besides the event. */
export type ImportContext = Pick<MailContext, "officeMailbox" | "exporterName" | "mandated"> & {
  /** Of the certificate, as printed; empty where it is not announced yet. */
  number: string;
  /** Until when the original is due at the office; null once it is there. */
  dueOn: string | null;
  /** Once it is in the register. */
  importId: string | null;
};

/** Of a confirmation the authority abroad is told, as of what concerns people. */
export type ImportKind = Exclude<Extract<EventKind, `import.${string}`>, "import.confirmed">;
type Row<K extends ImportKind> = (event: EventOf<K>, context: ImportContext) => Told[];

/** Who is told of imports; a kind of event that has no row here does not compile. */
export const imports: { [K in ImportKind]: Row<K> | null } = {
  "import.announced": nobody,
  "import.changed": nobody,
  "import.sent": tellOfficeOfImport,
  "import.withdrawn": nobody,
  "import.returned": tellImporter("importReturned"),
  "import.declined": tellImporter("importDeclined"),
  "import.registered": tellImporter("importRegistered"),
  "import.originalReminded": remindImporter,
  "import.originalReceived": nobody,
  "import.correctionProposed": nobody,
  "import.correctionTakenBack": nobody,
  "import.correctionRefused": nobody,
  "import.corrected": tellImporter("importCorrected"),
};

/** The office hears of every import that is sent to it, also when that is again. */
function tellOfficeOfImport(
  { announcementId }: EventOf<"import.sent">,
  { officeMailbox, number, exporterName }: ImportContext,
): Told[] {
  const data = { announcementId, number, exporter: exporterName };
  return [{ ...toMailbox(officeMailbox), template: "officeImport", data }];
}

interface OfImport {
  exporterId: string;
  announcementId?: string;
}

/** How an import stands, to everybody who acts for the importer. */
function tellImporter(template: AboutImport) {
  return (event: OfImport, context: ImportContext): Told[] => {
    const { mandated, exporterName: exporter, number, importId, dueOn } = context;
    const announcementId = event.announcementId ?? null;
    return mandated.map((reader) => ({
      ...to(reader),
      template,
      data: { announcementId, importId, number, name: reader.name, exporter, dueOn },
    }));
  };
}

function remindImporter(event: EventOf<"import.originalReminded">, context: ImportContext): Told[] {
  const { reminder, dueOn } = event.data;
  const template = reminder === "overdue" ? "originalOverdue" : "originalDueSoon";
  return tellImporter(template)(event, { ...context, dueOn });
}
