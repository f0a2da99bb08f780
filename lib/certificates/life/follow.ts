import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { mayFollow } from "@/lib/certificates/access";
import { locked, type FollowedCertificate } from "@/lib/certificates/life/followed";
import { todayInOttawa } from "@/lib/clock";
import { rollBack, transaction, violatedConstraint, type Tx } from "@/lib/db";

export type FollowError =
  | "notFound"
  | "notAllowed"
  | "ownProfile"
  | "notPossible"
  | "day"
  | "sheet"
  | "seenNewer"
  | "setMeanwhile";

export type Followed<E extends string = never> =
  { readonly ok: true } | { readonly ok: false; readonly error: FollowError | E };

export const done = { ok: true } as const;
export const refuse = <E extends string>(error: E) => ({ ok: false, error }) as const;

/**
 * Does `work` for an officer on a certificate of which no other step is taken meanwhile, and which is of no profile
 * to which the officer belongs. A refusal leaves no trace.
 */
export async function follow<E extends string = never>(
  viewer: OfficerViewer,
  certificateId: string,
  work: (tx: Tx, certificate: FollowedCertificate) => Promise<Followed<E>>,
): Promise<Followed<E>> {
  if (!mayFollow(viewer)) return refuse("notAllowed");
  return judged(() =>
    transaction(async (tx) => {
      const certificate = await locked(tx, viewer, certificateId);
      if (!certificate) return refuse("notFound");
      if (certificate.ownProfile) return refuse("ownProfile");
      const outcome = await work(tx, certificate);
      return outcome.ok ? outcome : rollBack(outcome);
    }),
  );
}

/** With what the database refuses said as the command would have. */
export async function judged<T>(
  command: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly error: FollowError }> {
  try {
    return await command();
  } catch (thrown) {
    const refused = lastJudge[violatedConstraint(thrown) ?? ""];
    if (refused) return refuse(refused);
    throw thrown;
  }
}

/** A role, a mandate or a sheet may have changed since the request began. */
const lastJudge: Readonly<Record<string, FollowError>> = {
  CertificateStep_by_officers: "notAllowed",
  CertificateStep_not_own_profile: "ownProfile",
  CertificateStep_possible: "notPossible",
  CertificateStep_own_document: "notPossible",
  InvalidationProposal_by_officers: "notAllowed",
  InvalidationProposal_by_signatory: "notAllowed",
  InvalidationProposal_not_own_profile: "ownProfile",
  Printer_by_officers: "notAllowed",
  Printer_replacesId_key: "setMeanwhile",
  Printer_name: "setMeanwhile",
  SheetMovement_by_officers: "notAllowed",
  SheetMovement_possible: "sheet",
  BlankSheet_pkey: "sheet",
  ConfirmationLink_by_officers: "notAllowed",
  ConfirmationLink_not_own_profile: "ownProfile",
  ReceiptResolution_by_officers: "notAllowed",
  ReceiptResolution_not_own_profile: "ownProfile",
  ReceiptResolution_of_open: "notPossible",
};

/** Whether a day can be that of a step: not before another day, and not in the future. */
export function isDayFrom(first: string, day: string): boolean {
  return day >= first && day <= todayInOttawa();
}
