import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { openConfirmation } from "@/lib/imports/queries/confirmations";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ confirmationId: string }>;
}

/** The letter of a confirmation of receipt, to the office; 404 to everybody else, and until it is rendered. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { confirmationId } = await params;
  const officer = (await currentViewers()).find((viewer) => viewer.kind === "officer");
  const letter = officer && (await openConfirmation(officer, confirmationId));
  if (!letter) return deniedAnswer(request, { confirmationId });
  return privateAnswer(letter.stream, 200, {
    "content-type": "application/pdf",
    "content-length": String(letter.size),
    "content-disposition": `attachment; filename="${letter.name}"`,
  });
}
