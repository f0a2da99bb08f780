import { nothingThere, publicAnswer } from "@/lib/security/public-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";
import { findConsistency } from "@/lib/transparency/queries";

/** Fewer digits than a number holds exactly. */
const size = /^(?:0|[1-9]\d{0,14})$/;

/** Between two sizes of the log that checkpoints have shown: the hashes of the proof, one a line in base64. */
export async function GET(request: Request): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const asked = new URL(request.url).searchParams;
  const [from, to] = [asked.get("from") ?? "", asked.get("to") ?? ""];
  if (!size.test(from) || !size.test(to)) {
    return publicAnswer(
      "Ask with ?from= and ?to=, the sizes of two checkpoints.\nIndiquez ?from= et ?to=, les tailles de deux points de contrôle.\n",
      400,
    );
  }
  const proof = await findConsistency(Number(from), Number(to));
  if (!proof) return nothingThere();
  return publicAnswer(
    proof.map((hash) => `${Buffer.from(hash).toString("base64")}\n`).join(""),
    200,
  );
}
