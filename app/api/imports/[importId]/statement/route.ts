import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { statementTable } from "./table";
import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { todayInOttawa } from "@/lib/clock";
import { routing } from "@/lib/i18n/routing";
import { findWholeStatement } from "@/lib/imports/queries/statement";
import { statementFilter } from "@/lib/imports/statement";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";
import { asCsv } from "@/lib/tables/csv";

/** More entries than these are not written into one file; its last row says so. */
const limit = 10_000;

interface Context {
  params: Promise<{ importId: string }>;
}

/** An account as a file, to the office and to whoever may see the profile's imports; 404 to everybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { importId } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const locale = hasLocale(routing.locales, asked["locale"]) ? asked["locale"] : "en";
  const { kind } = statementFilter.parse(asked);
  for (const viewer of await currentViewers()) {
    const found = await findWholeStatement(viewer, importId, kind, limit);
    if (!found) continue;
    const t = await getTranslations({ locale, namespace: "statement.download" });
    const number = found.number.replace(/[^A-Za-z0-9-]/g, "");
    return privateAnswer(asCsv(await statementTable(found, locale, limit)), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${t("file")}-${number}-${todayInOttawa()}.csv"`,
    });
  }
  return deniedAnswer(request, { importId });
}
