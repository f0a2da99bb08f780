/** What the office finds with one search, in the order in which it is shown. */
export const searchKinds = [
  "applications",
  "certificates",
  "imports",
  "seals",
  "exporters",
  "consignees",
  "people",
] as const;
export type SearchKind = (typeof searchKinds)[number];
