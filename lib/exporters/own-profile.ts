import type { OfficerViewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";

/*
 * An officer does not act on what is of a profile to which they belong or have belonged (rule R29).
 * A mandate is a row for good, so one that has ended counts too.
 */

/** What must be read of a profile for `isOwn`. */
export const mandateOf = ({ userId }: OfficerViewer) =>
  ({
    mandates: { where: { userId }, select: { id: true }, take: 1 },
  }) as const satisfies Prisma.ExporterSelect;

export const isOwn = (profile: { readonly mandates: readonly unknown[] }): boolean =>
  profile.mandates.length > 0;

/** The profiles on which the officer may act. */
export const notOwn = ({ userId }: OfficerViewer): Prisma.ExporterWhereInput => ({
  mandates: { none: { userId } },
});
