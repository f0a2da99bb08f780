import "server-only";
import { currentPerson } from "@/lib/auth/current";
import { asExporter, asOfficer, type Viewer } from "@/lib/auth/viewer";

/**
 * The qualities in which the signed-in person may open a file: as somebody of the office, then as
 * somebody who acts for exporters. Nobody signed in has none.
 */
export async function currentViewers(): Promise<Viewer[]> {
  const person = await currentPerson();
  if (!person) return [];
  const exporter = asExporter(person);
  return person.roles.length > 0 ? [asOfficer(person), exporter] : [exporter];
}
