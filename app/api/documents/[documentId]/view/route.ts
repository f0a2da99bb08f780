import { createHash } from "node:crypto";
import { currentViewers } from "@/lib/auth/viewers";
import { openDocument } from "@/lib/documents/queries";
import { notFoundAnswer, privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";
import type { Language } from "@/prisma/generated/enums";

/** What browsers show by themselves without running anything of it; the rest is only to be downloaded. */
const shown = new Set(["application/pdf", "text/plain"]);

/** Only the portal may frame it. */
const framed = {
  "x-frame-options": "SAMEORIGIN",
  "content-security-policy": "default-src 'none'; frame-ancestors 'self'",
};

/** In a frame a browser shows a picture at its full size, a corner of a scan: here it is as wide as the frame. */
const pictureStyle = "body{margin:0}img{display:block;inline-size:100%}";
const pictureStyleHash = createHash("sha256").update(pictureStyle).digest("base64");

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
  if (document.mediaType === "image/jpeg") {
    await document.stream.cancel();
    return privateAnswer(picturePage(documentId, document.name, viewer.language), 200, {
      ...framed,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; img-src 'self'; style-src 'sha256-${pictureStyleHash}'; frame-ancestors 'self'`,
    });
  }
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

function picturePage(documentId: string, name: string, language: Language): string {
  // Whoever sent the file chose its name: only letters, figures and spaces stay as they are.
  const text = name.replace(/[^\p{L}\p{N} ]/gu, (c) => `&#${c.codePointAt(0)};`);
  const source = `/api/documents/${encodeURIComponent(documentId)}`;
  return `<!doctype html><html lang="${language}-CA"><title>${text}</title><style>${pictureStyle}</style><img src="${source}" alt="${text}">`;
}
