import type { Viewer } from "@/lib/auth/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** The notices that a viewer may know about: those that were given to them. */
export function noticesOf({ userId }: Pick<Viewer, "userId">): Prisma.NoticeWhereInput {
  return { userId };
}
