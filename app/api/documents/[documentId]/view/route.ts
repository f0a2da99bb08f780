import { currentViewers } from "@/lib/auth/viewers";
import { openDocument } from "@/lib/documents/queries";
import { env } from "@/lib/env";
import { fixedHeaders } from "@/lib/security/headers";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

/** What browsers show by themselves without running anything of it; the rest is only to be downloaded. */
const shown = new Set(["application/pdf", "image/jpeg", "text/plain"]);

interface Context {
  params: Promise<{ documentId: string }>;
}

/** A supporting document inside the officers' workspace, beside the fields in which its figures are typed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { documentId } = await params;
  const viewer = (await currentViewers()).find(({ kind }) => kind === "officer");
  const document = viewer && (await openDocument(viewer, documentId));
  if (!document) return answer("Not found / Introuvable", 404, plain);
  if (!shown.has(document.mediaType)) {
    await document.stream.cancel();
    return answer(
      `${document.name}\n\nThis kind of file cannot be shown here: open it alone.\nCe genre de fichier ne peut pas s’afficher ici : ouvrez-le à part.`,
      200,
      plain,
    );
  }
  return answer(document.stream, 200, {
    "content-type":
      document.mediaType === "text/plain" ? plain["content-type"] : document.mediaType,
    "content-length": String(document.size),
    "content-disposition": "inline",
  });
}

const plain = { "content-type": "text/plain; charset=utf-8" };

/** Only the portal may frame it, and nothing in it can load or run. */
function answer(
  body: string | ReadableStream<Uint8Array>,
  status: number,
  headers: Record<string, string>,
): Response {
  return new Response(body, {
    status,
    headers: {
      ...fixedHeaders(env().PORTAL_URL),
      "x-frame-options": "SAMEORIGIN",
      "content-security-policy": "default-src 'none'; frame-ancestors 'self'",
      "cache-control": "private, no-store",
      ...headers,
    },
  });
}
