import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { openDocument } from "@/lib/documents/queries";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ documentId: string }>;
}

/**
 * A supporting document to whoever may see its application, always as a file to keep: a browser never
 * shows it as a page of the portal. Anybody else gets the same 404 as for a file that never was.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { documentId } = await params;
  for (const viewer of await currentViewers()) {
    const document = await openDocument(viewer, documentId);
    if (!document) continue;
    return privateAnswer(document.stream, 200, {
      "content-type": document.mediaType,
      "content-length": String(document.size),
      "content-disposition": attachment(document.name),
    });
  }
  return deniedAnswer(request, { documentId });
}

/** The name twice: plain for old clients, in full for the others (RFC 6266). */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\%]/gu, "_");
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
