import { nothingThere, publicAnswer } from "@/lib/security/public-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";
import { findCheckpoint } from "@/lib/transparency/queries";

/** The newest checkpoint of the certificate log (c2sp.org/tlog-checkpoint). */
export async function GET(): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const checkpoint = await findCheckpoint();
  return checkpoint ? publicAnswer(checkpoint.note, 200) : nothingThere();
}
