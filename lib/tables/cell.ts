/** A cell of a table that leaves the portal. A number is its exact decimal text; a day is ISO. */
export type Cell = { text: string } | { number: string } | { day: string } | null;

export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
