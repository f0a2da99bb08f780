import "server-only";
import { currentPerson } from "@/lib/auth/current";
import { isThrough } from "@/lib/auth/through";
import { asExporter, asOfficer, type Viewer } from "@/lib/auth/viewer";

/**
 * The qualities in which the signed-in person may open a file: as somebody of the office, then as
 * somebody who acts for exporters. Nobody signed in has none, nor has who has not arrived yet.
 */
export async function currentViewers(): Promise<Viewer[]> {
  const person = await currentPerson();
  if (!person || !(await isThrough(person))) return [];
  const exporter = asExporter(person);
  return person.roles.length > 0 ? [asOfficer(person), exporter] : [exporter];
}
