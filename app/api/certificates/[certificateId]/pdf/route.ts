import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { openCertificateDocument } from "@/lib/certificates/queries";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ certificateId: string }>;
}

/** The PDF of a certificate to whoever may see its application; 404 to everybody else, and until it is rendered. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { certificateId } = await params;
  for (const viewer of await currentViewers()) {
    const document = await openCertificateDocument(viewer, certificateId);
    if (!document) continue;
    return privateAnswer(document.stream, 200, {
      "content-type": "application/pdf",
      "content-length": String(document.size),
      "content-disposition": `attachment; filename="${document.name}"`,
    });
  }
  return deniedAnswer(request, { certificateId });
}
