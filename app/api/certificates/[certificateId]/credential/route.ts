import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { findCredential } from "@/lib/certificates/queries";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ certificateId: string }>;
}

/** The credential of a certificate, as it was signed, to whoever may see its application; 404 to everybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { certificateId } = await params;
  for (const viewer of await currentViewers()) {
    const found = await findCredential(viewer, certificateId);
    if (!found) continue;
    return privateAnswer(found.credential, 200, {
      "content-type": "application/vc+jwt",
      "content-disposition": `attachment; filename="${found.name}"`,
    });
  }
  return deniedAnswer(request, { certificateId });
}
