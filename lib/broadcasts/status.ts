/** Where an announcement stands at an instant. */
export const broadcastStates = ["shown", "planned", "over", "takenBack"] as const;
export type BroadcastState = (typeof broadcastStates)[number];

interface Span {
  readonly shownFrom: Date;
  readonly shownUntil: Date;
  readonly takenBackAt: Date | null;
}

export function stateOf({ shownFrom, shownUntil, takenBackAt }: Span, at: Date): BroadcastState {
  if (takenBackAt !== null) return "takenBack";
  if (shownUntil <= at) return "over";
  return shownFrom <= at ? "shown" : "planned";
}
