import type { Permission } from "@/prisma/generated/enums";

/** What a mandate may hold, each including those before it; an owner holds them all. */
export const levels = ["view", "prepare", "submit"] as const satisfies Permission[];

/** A permission with those that it includes. */
export function upTo(level: Permission): Permission[] {
  return levels.slice(0, levels.indexOf(level) + 1);
}

/** The furthest of a mandate's permissions. */
export function furthest(permissions: readonly Permission[]): Permission {
  return levels.findLast((level) => permissions.includes(level)) ?? "view";
}
