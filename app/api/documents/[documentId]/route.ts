import { currentPerson } from "@/lib/auth/current";
import type { Viewer } from "@/lib/auth/viewer";
import { openDocument } from "@/lib/documents/queries";
import { env } from "@/lib/env";
import { fixedHeaders } from "@/lib/security/headers";
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
  const person = await currentPerson();
  const { documentId } = await params;
  const document = person && (await openFor(person, documentId));
  if (!document) return answer("Not found / Introuvable", 404, {});
  return answer(document.stream, 200, {
    "content-type": document.mediaType,
    "content-length": String(document.size),
    "content-disposition": attachment(document.name),
  });
}

/** A person of the office sees what the office sees, and also what they see as an exporter. */
async function openFor(
  {
    id: userId,
    name,
    language,
    roles,
    standings,
  }: NonNullable<Awaited<ReturnType<typeof currentPerson>>>,
  documentId: string,
) {
  const viewers: Viewer[] = [{ kind: "exporter", userId, name, language, standings }];
  if (roles.length > 0) viewers.unshift({ kind: "officer", userId, name, language, roles });
  for (const viewer of viewers) {
    const document = await openDocument(viewer, documentId);
    if (document) return document;
  }
  return null;
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

function answer(
  body: string | ReadableStream<Uint8Array>,
  status: number,
  headers: Record<string, string>,
): Response {
  return new Response(body, {
    status,
    headers: {
      ...fixedHeaders(env().PORTAL_URL),
      "content-type": "text/plain; charset=utf-8",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      ...headers,
    },
  });
}
