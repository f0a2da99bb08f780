import { findSignedList, isPurpose } from "@/lib/certificates/status/queries";
import { nothingThere, publicAnswer } from "@/lib/security/public-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";

interface Context {
  params: Promise<{ list: string }>;
}

/** A status list of certificates, newly signed each quarter of an hour. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { list } = await params;
  const signed = isPurpose(list) ? await findSignedList(list) : null;
  if (signed === null) return nothingThere();
  return publicAnswer(signed, 200, { "content-type": "application/vc+jwt" });
}
