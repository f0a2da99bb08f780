/** What somebody must still do before the portal is theirs, in the order of its screens. */
export type Step = "terms" | "profile" | "email";

interface Arriving {
  readonly firstName: string;
  readonly lastName: string;
  /** Whether the address is proved to be theirs. */
  readonly confirmed: boolean;
  /** The terms of use that they accepted last. */
  readonly accepted: { readonly version: number; readonly acceptedAt: Date } | null;
}
type Terms = { readonly version: number } | null;

/** The terms in force are accepted, and no longer than a year ago. Where there are none, none are asked. */
function termsHold({ accepted }: Arriving, terms: Terms, at: Date): boolean {
  if (!terms) return true;
  if (!accepted || accepted.version < terms.version) return false;
  const lapse = new Date(accepted.acceptedAt);
  lapse.setUTCFullYear(lapse.getUTCFullYear() + 1);
  return at < lapse;
}

const isNamed = ({ firstName, lastName }: Arriving) => firstName !== "" && lastName !== "";

/** The next step; `waiting` says that a link was sent, or that somebody decides about the credential. */
export async function stepOf(
  person: Arriving,
  terms: Terms,
  at: Date,
  waiting: () => Promise<boolean>,
): Promise<Step | null> {
  if (!termsHold(person, terms, at)) return "terms";
  if (!isNamed(person)) return "profile";
  if (person.confirmed) return null;
  return (await waiting()) ? "email" : "profile";
}

/**
 * Whether somebody may act. Nothing typed is lost because the terms lapsed or changed while it was
 * written: they are asked of the next page. Who never accepted any, or has no proved address, may not.
 */
export function mayAct(person: Arriving, terms: Terms): boolean {
  return person.confirmed && isNamed(person) && (terms === null || person.accepted !== null);
}
