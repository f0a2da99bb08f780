import type { MandateKind, Permission } from "@/prisma/generated/enums";

/** Somebody who acts for a profile today. */
export interface Acting {
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: MandateKind;
  readonly permissions: readonly Permission[];
}

/** One of the two profiles of a merge as it stands. */
export interface MergeSide {
  readonly id: string;
  readonly legalName: string;
  readonly address: readonly string[];
  readonly businessNumber: string | null;
  readonly createdAt: Date;
  readonly mergedIntoId: string | null;
  readonly acting: readonly Acting[];
  readonly drafts: number;
  readonly open: number;
  readonly ended: number;
  readonly imports: number;
  readonly announcements: number;
  readonly book: number;
  /** Whether others were merged into it. */
  readonly holdsOthers: boolean;
  readonly ownProfile: boolean;
}

/** Why two profiles cannot be merged now, to be said before anybody presses. */
export function objectionTo(from: MergeSide, into: MergeSide): MergeObjection | null {
  if (from.id === into.id) return "itself";
  if (from.mergedIntoId !== null || into.mergedIntoId !== null || from.holdsOthers) return "chain";
  if (from.ownProfile || into.ownProfile) return "ownProfile";
  return from.open > 0 ? "openApplications" : null;
}
export type MergeObjection = "itself" | "chain" | "ownProfile" | "openApplications";

export interface Gain {
  readonly person: Acting;
  readonly permissions: readonly Permission[];
  /** Owned the duplicate, and comes without owning what is kept. */
  readonly noLongerOwner: boolean;
}

/**
 * Who acts for the kept profile afterwards without having done so before, and with which permissions: what
 * they had for the duplicate, never more. Whoever acts for both keeps the mandate of the kept profile.
 */
export function gainsOf(from: MergeSide, into: MergeSide): Gain[] {
  const there = new Set(into.acting.map(({ userId }) => userId));
  return from.acting
    .filter(({ userId }) => !there.has(userId))
    .map((person) => ({
      person,
      permissions: person.permissions,
      noLongerOwner: person.kind === "owner",
    }));
}

const digits = (number: string | null) => number?.slice(0, 9) ?? null;

/** What says that both are the same applicant; nothing, where an officer must know better. */
export function alike(from: MergeSide, into: MergeSide): { name: boolean; number: boolean } {
  const folded = (name: string) =>
    name
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, "");
  const number = digits(from.businessNumber);
  return {
    name: folded(from.legalName) === folded(into.legalName),
    number: number !== null && number === digits(into.businessNumber),
  };
}
