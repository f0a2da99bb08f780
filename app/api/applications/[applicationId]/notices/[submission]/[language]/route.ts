import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { openNotice } from "@/lib/reviews/queries/letters";
import { notFoundAnswer, privatePdf } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ applicationId: string; submission: string; language: string }>;
}

/** The letter of a notice of deficiency to whoever may see its application; 404 to everybody else, and until it is rendered. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { applicationId, submission, language } = await params;
  if (language !== "en" && language !== "fr") return notFoundAnswer();
  for (const viewer of await currentViewers()) {
    const letter = await openNotice(viewer, applicationId, Number(submission), language);
    if (letter) return privatePdf(letter);
  }
  return deniedAnswer(request, { applicationId });
}
