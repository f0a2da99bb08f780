import { deniedAnswer } from "@/lib/auth/denied";
import { currentViewers } from "@/lib/auth/viewers";
import { letterForms } from "@/lib/imports/confirmation";
import { openConfirmation } from "@/lib/imports/queries/confirmations";
import { privateAnswer } from "@/lib/security/private-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ confirmationId: string; form: string }>;
}

const types = { pdf: "application/pdf", jwt: "application/jwt" } as const;

/** The letter of a confirmation of receipt, or the same as signed data, to the office; 404 to everybody else, and until it is there. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { confirmationId, form: asked } = await params;
  const form = letterForms.find((one) => one === asked);
  const officer = (await currentViewers()).find((viewer) => viewer.kind === "officer");
  const letter = officer && form && (await openConfirmation(officer, confirmationId, form));
  if (!letter) return deniedAnswer(request, { confirmationId });
  return privateAnswer(letter.stream, 200, {
    "content-type": types[form],
    "content-length": String(letter.size),
    "content-disposition": `attachment; filename="${letter.name}"`,
  });
}
