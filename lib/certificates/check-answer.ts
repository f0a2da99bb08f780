/** All that the public is ever told about a certificate (rule R40). */
export const checkAnswers = [
  "valid",
  "received",
  "expired",
  "lost",
  "surrendered",
  "invalidated",
  "replaced",
  "noMatch",
] as const;
export type CheckAnswer = (typeof checkAnswers)[number];
