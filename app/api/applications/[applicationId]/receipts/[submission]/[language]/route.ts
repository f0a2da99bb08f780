import { openReceipt } from "@/lib/applications/queries/receipts";
import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { notFoundAnswer, privatePdf } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ applicationId: string; submission: string; language: string }>;
}

/** The receipt of a submission to whoever may see its application; 404 to everybody else, and until it is rendered. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { applicationId, submission: version, language } = await params;
  if (language !== "en" && language !== "fr") return notFoundAnswer();
  for (const viewer of await currentViewers()) {
    const receipt = await openReceipt(viewer, applicationId, Number(version), language);
    if (receipt) return privatePdf(receipt);
  }
  return deniedAnswer(request, { applicationId });
}
