import type { ReactNode } from "react";

/** Draws the Change link of an answer: `field` of the section's form, `what` for those who hear it. */
export type ChangeLink = (field: string, what: string) => ReactNode;
