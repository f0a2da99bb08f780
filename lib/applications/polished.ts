/**
 * The subheadings that stones leave once a facet is polished, each with the one that takes them. Those
 * are not rough diamonds (Act, s. 2); mixing the two up holds shipments at the border.
 */
export const polishedHeading: Readonly<Record<string, string>> = { "7102.31": "7102.39" };

/** Whether a line of this subheading is asked if any facet is polished. */
export function asksIfPolished(subheading: string | undefined): boolean {
  return subheading !== undefined && subheading in polishedHeading;
}
