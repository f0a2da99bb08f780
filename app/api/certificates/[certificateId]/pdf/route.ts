import { currentViewers } from "@/lib/auth/viewers";
import { openCertificateDocument } from "@/lib/certificates/queries";
import { env } from "@/lib/env";
import { fixedHeaders } from "@/lib/security/headers";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ certificateId: string }>;
}

/** The PDF of a certificate to whoever may see its application; 404 to everybody else, and until it is rendered. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { certificateId } = await params;
  for (const viewer of await currentViewers()) {
    const document = await openCertificateDocument(viewer, certificateId);
    if (!document) continue;
    return answer(document.stream, 200, {
      "content-type": "application/pdf",
      "content-length": String(document.size),
      "content-disposition": `attachment; filename="${document.name}"`,
    });
  }
  return answer("Not found / Introuvable", 404, { "content-type": "text/plain; charset=utf-8" });
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
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      ...headers,
    },
  });
}
