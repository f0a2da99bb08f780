import { hasLocale } from "next-intl";
import { auditCsv } from "./csv";
import { exportAudit } from "@/lib/audit/commands/export";
import { auditFilter } from "@/lib/audit/schema";
import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { todayInOttawa } from "@/lib/clock";
import { routing } from "@/lib/i18n/routing";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

/** The filtered trail as a file, to an auditor; 404 to everybody else. It is read while it is sent. */
export async function GET(request: Request): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const locale = hasLocale(routing.locales, asked["locale"]) ? asked["locale"] : "en";
  const viewer = (await currentViewers()).find((each) => each.kind === "officer");
  const entries = viewer && (await exportAudit(viewer, auditFilter.parse(asked)));
  if (!entries) return deniedAnswer(request, {});
  const { name, lines } = await auditCsv(entries, locale);
  return privateAnswer(lines, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}-${todayInOttawa()}.csv"`,
  });
}
