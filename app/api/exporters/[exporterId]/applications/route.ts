import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { exportLimit } from "./address";
import { applicationTable } from "./table";
import { listAll } from "@/lib/applications/queries/list-all";
import { listFilter } from "@/lib/applications/schema-list";
import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { todayInOttawa } from "@/lib/clock";
import { routing } from "@/lib/i18n/routing";
import { getReference } from "@/lib/reference/queries";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";
import { asCsv } from "@/lib/tables/csv";
import { asXlsx } from "@/lib/tables/xlsx";

interface Context {
  params: Promise<{ exporterId: string }>;
}

/** The filtered list of a profile as a file, to whoever may see its applications; 404 to everybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { exporterId } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const locale = hasLocale(routing.locales, asked["locale"]) ? asked["locale"] : "en";
  for (const viewer of await currentViewers()) {
    if (viewer.kind !== "exporter") continue;
    const found = await listAll(viewer, exporterId, listFilter.parse(asked), exportLimit);
    if (!found) continue;
    const today = todayInOttawa();
    const table = await applicationTable(found, locale, await getReference(today));
    const t = await getTranslations({ locale, namespace: "applications.download" });
    const named = (end: string) => ({
      "content-disposition": `attachment; filename="${t("file")}-${today}.${end}"`,
    });
    if (asked["format"] === "xlsx") {
      const body = new Blob([new Uint8Array(await asXlsx(table, t("sheet")))]).stream();
      return privateAnswer(body, 200, {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ...named("xlsx"),
      });
    }
    return privateAnswer(asCsv(table), 200, {
      "content-type": "text/csv; charset=utf-8",
      ...named("csv"),
    });
  }
  return deniedAnswer(request, { exporterId });
}
