import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { currentPerson } from "@/lib/auth/current";
import { asExporter, type ExporterViewer, type Standing } from "@/lib/auth/viewer";
import { keepActingFor } from "@/lib/auth/sessions";
import { findExporterOf, type RecordOf } from "@/lib/exporters/queries/of-record";
import { parameterIn } from "@/lib/i18n/alternate";

/**
 * The profile chosen in the switch, by which lists are narrowed: the first where none is chosen or the
 * chosen mandate is over; null for who acts for nobody. What the reader may do never depends on it.
 */
export const chosenStanding = cache(async (): Promise<Standing | null> => {
  const person = await currentPerson();
  const standings = person?.standings ?? [];
  return standings.find((s) => s.exporterId === person?.actingForId) ?? standings[0] ?? null;
});

/** Chooses one of the viewer's own profiles for this session; any other changes nothing. */
export async function actFor({ userId, standings }: ExporterViewer, exporterId: string) {
  const person = await currentPerson();
  if (!person || !standings.some((standing) => standing.exporterId === exporterId)) return;
  await keepActingFor(person.sessionId, userId, exporterId);
}

/** The address of the page that is asked for or posted to, as the proxy knows it. */
export async function currentPath(): Promise<string> {
  return ((await headers()).get("x-portal-address") ?? "").split("?")[0] ?? "";
}

/**
 * The name of the profile to which the record on the page belongs, for somebody with several; null where
 * the page shows no record of theirs.
 */
export async function recordsExporter(): Promise<string | null> {
  const person = await currentPerson();
  if (!person || person.standings.length < 2) return null;
  const record = recordAt(await currentPath());
  const exporter = record && (await findExporterOf(asExporter(person), record));
  return exporter?.legalName ?? null;
}

function recordAt(path: string): RecordOf | null {
  const kinds = [
    ...(["exporter", "application", "certificate"] as const),
    ...(["announcement", "import", "thread"] as const),
  ];
  for (const kind of kinds) {
    const id = parameterIn(path, `${kind}Id`);
    if (id !== null) return { kind, id };
  }
  return null;
}
