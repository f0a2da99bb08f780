import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { type Tx, violatedConstraint } from "@/lib/db";
import type { Outcome as Decided } from "@/prisma/generated/enums";

export type FourEyesError = "recommender" | "editor" | "otherOutcome" | "newer";

/** The recommendation that a decision would follow, with all that says whether this person may sign it. */
export async function findRecommendation(tx: Tx, viewer: OfficerViewer, applicationId: string) {
  return tx.recommendation.findFirstOrThrow({
    where: { applicationId },
    orderBy: { recommendedAt: "desc" },
    select: {
      id: true,
      outcome: true,
      recommendedById: true,
      submissionId: true,
      submission: { select: { version: true } },
      application: {
        select: {
          submissionVersion: true,
          editors: { where: { userId: viewer.userId }, select: { userId: true } },
          recommendations: {
            where: { recommendedById: viewer.userId },
            select: { recommendedById: true },
          },
        },
      },
    },
  });
}
export type FoundRecommendation = Awaited<ReturnType<typeof findRecommendation>>;

interface Eyes {
  /** All of the file, also those that a later one has overtaken. */
  readonly recommendations: readonly { readonly recommendedById: string }[];
  /** The person's own rows only. */
  readonly editors: readonly unknown[];
}

type Own = "recommender" | "editor";
export type Objection = "ownProfile" | Own;

/** Two pairs of eyes (Act, s. 6; R29): who ever recommended a file or edited it cannot sign it. */
function own(viewer: OfficerViewer, { recommendations, editors }: Eyes): Own[] {
  const recommended = recommendations.some((one) => one.recommendedById === viewer.userId);
  const edited = editors.length > 0;
  return [...(recommended ? ["recommender" as const] : []), ...(edited ? ["editor" as const] : [])];
}

/** Everything that stands against this person's signature, for the desk to say; nothing where they may sign. */
export function objectionsTo(viewer: OfficerViewer, eyes: Eyes, ownProfile: boolean): Objection[] {
  return [...(ownProfile ? ["ownProfile" as const] : []), ...own(viewer, eyes)];
}

/** Whether this person began, typed in, changed or submitted the file: who did, does not recommend it either. */
export async function hasHandIn(
  tx: Tx,
  { userId }: OfficerViewer,
  applicationId: string,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ hand: boolean }[]>`
    SELECT has_hand_in(${applicationId}::uuid, ${userId}::uuid) AS hand`;
  return found?.hand ?? false;
}

/**
 * What stands against this person's decision: the two pairs of eyes, or that it does not follow the
 * recommendation on what was submitted last, or not the one that they read (`seen`). Null when they may sign. The database refuses the same
 * whatever this says.
 */
export function fourEyes(
  viewer: OfficerViewer,
  { id, outcome, submission, application }: FoundRecommendation,
  deciding: Decided,
  seen: string | undefined,
): FourEyesError | null {
  const [objection] = own(viewer, application);
  if (objection) return objection;
  if (submission.version !== application.submissionVersion) return "newer";
  if (seen !== undefined && seen !== id) return "newer";
  return outcome === deciding ? null : "otherOutcome";
}

const constraints: Readonly<Record<string, FourEyesError | "ownProfile" | "notAllowed">> = {
  Decision_two_pairs_of_eyes: "recommender",
  Decision_not_by_editor: "editor",
  Decision_not_own_profile: "ownProfile",
  Decision_by_signatory: "notAllowed",
  Decision_follows_recommendation: "otherOutcome",
};

/** What the database refused about a decision, in the words of the command; null for another fault. */
export function refusedByDatabase(thrown: unknown) {
  return constraints[violatedConstraint(thrown) ?? ""] ?? null;
}
