import { deniedFile } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { localeIn, pageViewOf } from "@/lib/documents/page-address";
import { openPage } from "@/lib/documents/queries";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";
import { emptyHtml, pageHtml } from "./page-html";

/**
 * Only the portal frames it, and what is in it is the portal's: a picture and a text that were drawn from
 * the document, with links. Nothing may run. It is not sandboxed: from an origin of none its links would
 * come without the session.
 */
const framed = {
  "content-type": "text/html; charset=utf-8",
  "x-frame-options": "SAMEORIGIN",
  "content-security-policy":
    "default-src 'none'; img-src data:; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
};

interface Context {
  params: Promise<{ documentId: string; page: string }>;
}

/** One page of a document to an officer, drawn here, beside the fields in which its figures are typed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { documentId, page } = await params;
  const search = new URL(request.url).searchParams;
  const view = pageViewOf(page, search);
  const viewer = (await currentViewers()).find((each) => each.kind === "officer");
  const opened = view && viewer && (await openPage(viewer, documentId, view));
  if (!opened) {
    await deniedFile(request, { documentId });
    return privateAnswer(await emptyHtml(localeIn(search)), 404, framed);
  }
  const status = !opened.page.ok && opened.page.error === "noSuchPage" ? 404 : 200;
  return privateAnswer(await pageHtml(documentId, opened, view), status, framed);
}
