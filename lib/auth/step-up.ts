import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";

/** Whether the officer showed both factors a short while ago, as signing and power over others need. */
export function isSteppedUp({ authenticatedAt }: OfficerViewer): boolean {
  return Date.now() - authenticatedAt.getTime() < env().STEP_UP_SECONDS * 1000;
}
