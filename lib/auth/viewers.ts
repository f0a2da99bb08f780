import "server-only";
import { currentPerson } from "@/lib/auth/current";
import type { Viewer } from "@/lib/auth/viewer";

/**
 * The qualities in which the signed-in person may open a file: as somebody of the office, then as
 * somebody who acts for exporters. Nobody signed in has none.
 */
export async function currentViewers(): Promise<Viewer[]> {
  const person = await currentPerson();
  if (!person) return [];
  const { id: userId, name, language, roles, standings } = person;
  const exporter: Viewer = { kind: "exporter", userId, name, language, standings };
  return roles.length > 0
    ? [{ kind: "officer", userId, name, language, roles }, exporter]
    : [exporter];
}
