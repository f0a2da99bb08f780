import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction, type Tx, violatedConstraint } from "@/lib/db";
import { record } from "@/lib/events/record";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { visibleTo } from "@/lib/imports/access";
import { enterCorrection, lockImportCertificates } from "@/lib/imports/ledger";
import type { ProposedTotals } from "@/lib/imports/schema-correction";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

export type CorrectionError =
  | "notFound"
  | "notAllowed"
  | "ownProfile"
  | "alreadyOpen"
  | "noneOpen"
  | "nothing"
  | "belowUsed"
  | "ownProposal"
  | "notOwnProposal";

/** `used`: what is exported and held, in carats, below which no account can be corrected. */
export type CorrectionOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error: CorrectionError;
      readonly used?: { readonly exported: string; readonly held: string; readonly sum: string };
    };

const done = { ok: true } as const;
const refuse = (error: CorrectionError) => ({ ok: false, error }) as const;

/**
 * Proposes that an account be moved to what its paper says. Nothing moves before another officer
 * accepts; one proposal at a time is open.
 */
export function proposeCorrection(
  viewer: OfficerViewer,
  importCertificateId: string,
  { carats, usd, reason }: ProposedTotals,
): Promise<CorrectionOutcome> {
  return onAccount(viewer, importCertificateId, async (tx, { id, exporterId, balance, open }) => {
    if (open) return refuse("alreadyOpen");
    const move = {
      carats: balance.registered.neg().plus(carats),
      usd: balance.registeredUsd.neg().plus(usd),
    };
    if (move.carats.isZero() && move.usd.isZero()) return refuse("nothing");
    const below = belowUsed(balance, move.carats);
    if (below) return below;
    const figures = { carats: move.carats.toFixed(2), valueUsd: move.usd.toFixed(2) };
    const proposed = await tx.importCorrection.create({
      data: {
        importCertificateId: id,
        ...figures,
        reason,
        proposedById: viewer.userId,
        proposedAt: now(),
      },
      select: { id: true },
    });
    await record(tx, actorOf(viewer), {
      kind: "import.correctionProposed",
      importCertificateId: id,
      exporterId,
      data: { correctionId: proposed.id, ...figures },
    });
    return done;
  });
}

/** Enters a correction that another officer proposed: the second pair of eyes. */
export function acceptCorrection(
  viewer: OfficerViewer,
  importCertificateId: string,
  correctionId: string,
): Promise<CorrectionOutcome> {
  return onAccount(viewer, importCertificateId, async (tx, { id, exporterId, balance, open }) => {
    if (open?.id !== correctionId) return refuse("noneOpen");
    if (open.proposedById === viewer.userId) return refuse("ownProposal");
    const below = belowUsed(balance, open.carats);
    if (below) return below;
    const figures = { carats: open.carats.toFixed(2), valueUsd: open.valueUsd.toFixed(2) };
    const { proposedById, reason } = open;
    await decide(tx, viewer, correctionId, { outcome: "accepted" });
    await enterCorrection(tx, {
      id: correctionId,
      importCertificateId: id,
      ...figures,
      reason,
      proposedById,
      decidedById: viewer.userId,
    });
    await record(tx, actorOf(viewer), {
      kind: "import.corrected",
      importCertificateId: id,
      exporterId,
      data: { correctionId, ...figures },
    });
    return done;
  });
}

/** Says no to what another officer proposed, and why. */
export function refuseCorrection(
  viewer: OfficerViewer,
  importCertificateId: string,
  correctionId: string,
  answer: string,
): Promise<CorrectionOutcome> {
  return onAccount(viewer, importCertificateId, async (tx, { id, exporterId, open }) => {
    if (open?.id !== correctionId) return refuse("noneOpen");
    if (open.proposedById === viewer.userId) return refuse("ownProposal");
    await decide(tx, viewer, correctionId, { outcome: "refused", answer });
    await record(tx, actorOf(viewer), {
      kind: "import.correctionRefused",
      importCertificateId: id,
      exporterId,
      data: { correctionId, answer },
    });
    return done;
  });
}

/** Takes back what one proposed oneself. */
export function takeBackCorrection(
  viewer: OfficerViewer,
  importCertificateId: string,
  correctionId: string,
): Promise<CorrectionOutcome> {
  return onAccount(viewer, importCertificateId, async (tx, { id, exporterId, open }) => {
    if (open?.id !== correctionId) return refuse("noneOpen");
    if (open.proposedById !== viewer.userId) return refuse("notOwnProposal");
    await decide(tx, viewer, correctionId, { outcome: "taken_back" });
    await record(tx, actorOf(viewer), {
      kind: "import.correctionTakenBack",
      importCertificateId: id,
      exporterId,
      data: {
        correctionId,
        carats: open.carats.toFixed(2),
        valueUsd: open.valueUsd.toFixed(2),
      },
    });
    return done;
  });
}

function decide(
  tx: Tx,
  { userId }: OfficerViewer,
  id: string,
  decision: { outcome: "accepted" | "taken_back" } | { outcome: "refused"; answer: string },
) {
  return tx.importCorrection.update({
    where: { id },
    data: { ...decision, decidedById: userId, decidedAt: now() },
    select: { id: true },
  });
}

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** Does `work` with the account locked: of two officers one is first, and nothing is held or exported meanwhile. */
async function onAccount(
  viewer: OfficerViewer,
  importCertificateId: string,
  work: (tx: Tx, account: Account) => Promise<CorrectionOutcome>,
): Promise<CorrectionOutcome> {
  if (!viewer.roles.some((role) => role === "reviewer" || role === "signatory")) {
    return refuse("notAllowed");
  }
  try {
    return await transaction(async (tx) => {
      await lockImportCertificates(tx, [importCertificateId]);
      const account = await findAccount(tx, viewer, importCertificateId);
      if (!account) return refuse("notFound");
      return account.ownProfile ? refuse("ownProfile") : work(tx, account);
    });
  } catch (thrown) {
    const refused = lastJudge[violatedConstraint(thrown) ?? ""];
    if (refused) return refuse(refused);
    throw thrown;
  }
}

/** A role or a mandate may have changed since the request began. */
const lastJudge: Readonly<Record<string, CorrectionError>> = {
  ImportCorrection_by_officers: "notAllowed",
  ImportCorrection_not_own_profile: "ownProfile",
};

async function findAccount(tx: Tx, viewer: OfficerViewer, importCertificateId: string) {
  const found = await tx.importCertificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(importCertificateId)] },
    select: {
      id: true,
      exporterId: true,
      balance: true,
      corrections: { where: { outcome: null } },
      exporter: { select: mandateOf(viewer) },
    },
  });
  if (!found?.balance) return null;
  const { id, exporterId, balance, corrections, exporter } = found;
  const [open] = corrections;
  return { id, exporterId, balance, open, ownProfile: isOwn(exporter) };
}

/** An account never says less than what is exported and held already. */
function belowUsed({ registered, consumed, reserved }: Account["balance"], move: Prisma.Decimal) {
  const sum = consumed.plus(reserved);
  if (registered.plus(move).gte(sum)) return null;
  const used = { exported: consumed.toFixed(2), held: reserved.toFixed(2), sum: sum.toFixed(2) };
  return { ok: false, error: "belowUsed", used } as const;
}
