/** How long a mailed link is good for. */
export const linkMinutes = 60;
/** One link a minute; this many an hour for a person, and as many to an address from everybody. */
export const linksAnHour = 5;

export type LinkState = "open" | "used" | "replaced" | "expired";

/** What a link is good for at an instant. */
export function linkState(
  link: { usedAt: Date | null; endedAt: Date | null; expiresAt: Date },
  at: Date,
): LinkState {
  if (link.usedAt) return "used";
  if (link.endedAt) return "replaced";
  return link.expiresAt > at ? "open" : "expired";
}
