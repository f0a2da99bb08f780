import { now } from "@/lib/clock";
import { nothingThere, publicAnswer } from "@/lib/security/public-answer";
import { databaseAnswers } from "@/lib/security/readiness";
import { unavailable } from "@/lib/security/unavailable";
import { nextCheckpointHour } from "@/lib/transparency/checkpoint";
import { findProof } from "@/lib/transparency/queries";

interface Context {
  params: Promise<{ sha256: string }>;
}

/** The proof (c2sp.org/tlog-proof) for whoever knows the SHA-256 of a seal: nobody guesses one. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  if (!(await databaseAnswers())) return unavailable("/");
  const { sha256 } = await params;
  const proof = await findProof(sha256);
  if (!proof) return nothingThere();
  if (proof !== "waiting") {
    return publicAnswer(proof.file, 200, {
      "content-disposition": `attachment; filename="${sha256}.tlog-proof"`,
    });
  }
  const hour = nextCheckpointHour(now()).toISOString().slice(11, 13);
  return publicAnswer(
    `Accepted. The proof can be had after ${hour}:00 UTC.\nInscrit. La preuve sera disponible après ${hour} h UTC.\n`,
    202,
  );
}
