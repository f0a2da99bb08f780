import { env } from "@/lib/env";
import { noteReport } from "@/lib/mail/commands/note-report";
import { isSigned, reportOf } from "@/lib/mail/webhook";
import { fixedHeaders } from "@/lib/security/headers";
import { smallBody } from "@/lib/security/small-body";

const largest = 64 * 1024;

/** The mail provider tells what became of a mail. Its signature is the proof; a report told again changes nothing. */
export async function POST(request: Request): Promise<Response> {
  const headers = { ...fixedHeaders(env().PORTAL_URL), "cache-control": "no-store" };
  const refuse = (status: number, error: string) => Response.json({ error }, { status, headers });
  if (!env().MAIL_WEBHOOK_SECRET) return refuse(503, "not_configured");
  const body = await smallBody(request, largest);
  if (body === null) return refuse(413, "too_large");
  if (!isSigned(body, request.headers)) return refuse(401, "not_signed");
  const report = reportOf(body, request.headers);
  // What is of no concern to the portal is not told again either.
  if (report) await noteReport(report);
  return new Response(null, { status: 204, headers });
}
