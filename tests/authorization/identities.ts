/** Everybody for whom a cell is stated, in the order of the columns of docs/authorization.md. */
export const identities = [
  "nobody",
  "expired",
  "owner A",
  "owner B",
  "view",
  "prepare",
  "submit",
  "ended",
  "reviewer",
  "signatory",
  "administrator",
  "auditor",
] as const;
export type Identity = (typeof identities)[number];

/** Whose record it is: exporter A's, whom the representatives act for, or exporter B's. */
export const sides = ["A", "B"] as const;
export type Side = (typeof sides)[number];
