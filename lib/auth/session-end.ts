import "server-only";
import type { Session } from "@/lib/auth/sessions";
import { env } from "@/lib/env";

/** So long before its end a session warns. */
export const warningSeconds = 120;

export interface SessionEnd {
  readonly at: Date;
  /** Whole seconds until then, never more than are left. */
  readonly secondsLeft: number;
  /** The same without the time of the warning: until then there is nothing to say. */
  readonly warnIn: number;
  /** False when the longest time a session may last is the nearer limit. */
  readonly extendable: boolean;
}

/** When a session ends if nothing more is heard from its person. */
export function endOf(
  { expires, lastSeenAt }: Pick<Session, "expires" | "lastSeenAt">,
  now = new Date(),
): SessionEnd {
  const idleEnd = new Date(lastSeenAt.getTime() + env().SESSION_IDLE_SECONDS * 1000);
  const extendable = idleEnd < expires;
  const at = extendable ? idleEnd : expires;
  const secondsLeft = Math.max(0, Math.floor((at.getTime() - now.getTime()) / 1000));
  return { at, secondsLeft, warnIn: Math.max(0, secondsLeft - warningSeconds), extendable };
}
