import { currentViewers } from "@/lib/auth/viewers";
import { openDocument } from "@/lib/documents/queries";
import { notFoundAnswer, privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

/** What browsers show by themselves without running anything of it; the rest is only to be downloaded. */
const shown = new Set(["application/pdf", "image/jpeg", "text/plain"]);

/** Only the portal may frame it. */
const framed = {
  "x-frame-options": "SAMEORIGIN",
  "content-security-policy": "default-src 'none'; frame-ancestors 'self'",
};

interface Context {
  params: Promise<{ documentId: string }>;
}

/** A supporting document inside the officers' workspace, beside the fields in which its figures are typed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { documentId } = await params;
  const viewer = (await currentViewers()).find(({ kind }) => kind === "officer");
  const document = viewer && (await openDocument(viewer, documentId));
  if (!document) return notFoundAnswer(framed);
  if (!shown.has(document.mediaType)) {
    await document.stream.cancel();
    return privateAnswer(
      `${document.name}\n\nThis kind of file cannot be shown here: open it alone.\nCe genre de fichier ne peut pas s’afficher ici : ouvrez-le à part.`,
      200,
      framed,
    );
  }
  return privateAnswer(document.stream, 200, {
    ...framed,
    ...(document.mediaType === "text/plain" ? {} : { "content-type": document.mediaType }),
    "content-length": String(document.size),
    "content-disposition": "inline",
  });
}
