import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { asTable } from "@/lib/amendments/csv";
import { kindNamed } from "@/lib/amendments/kinds";
import { listRowsOn } from "@/lib/amendments/queries/rows";
import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { todayInOttawa } from "@/lib/clock";
import { readDate } from "@/lib/forms/dates";
import { routing } from "@/lib/i18n/routing";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";
import { asCsv } from "@/lib/tables/csv";

interface Context {
  params: Promise<{ kind: string }>;
}

/** All rows of a kind as a file, as they are on a day, to everybody of the office; 404 to everybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const asked = await params;
  const kind = kindNamed(asked.kind);
  const viewers = await currentViewers();
  if (!kind || !viewers.some((viewer) => viewer.kind === "officer"))
    return deniedAnswer(request, asked);
  const query = new URL(request.url).searchParams;
  const read = readDate(query.get("on") ?? "");
  const on = read.ok ? read.value : todayInOttawa();
  const language = query.get("locale");
  const locale = hasLocale(routing.locales, language) ? language : "en";
  const t = await getTranslations({ locale, namespace: "office.reference" });
  const rows = [...(await listRowsOn(kind, on)).values()];
  return privateAnswer(asCsv(asTable(kind, rows)), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${t(`kinds.${kind}.file`)}-${on}.csv"`,
  });
}
