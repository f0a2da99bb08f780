import type { EventKind } from "@/lib/events/event";
import { ofCertificatesAndSheets } from "./event-examples-certificates";
import { ofOffice } from "./event-examples-office";
import { ofPeople } from "./event-examples-people";
import { ofApplications, ofPapersAndImports } from "./event-examples-records";
import type { ExamplesOf } from "./event-readers";

/**
 * One example of every kind of event, or several where its data decide who is told. A kind without one does not
 * compile.
 */
export const eventExamples: ExamplesOf<EventKind> = {
  ...ofApplications,
  ...ofPapersAndImports,
  ...ofCertificatesAndSheets,
  ...ofPeople,
  ...ofOffice,
};
