import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { openPrint } from "@/lib/certificates/queries/find-printers";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ printId: string }>;
}

/** The PDF for a pre-printed sheet, or a test print, to officers; 404 to everybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { printId } = await params;
  for (const viewer of await currentViewers()) {
    const file = await openPrint(viewer, printId);
    if (!file) continue;
    return privateAnswer(file.stream, 200, {
      "content-type": "application/pdf",
      "content-length": String(file.size),
      "content-disposition": `attachment; filename="${file.name}"`,
    });
  }
  return deniedAnswer(request, { printId });
}
