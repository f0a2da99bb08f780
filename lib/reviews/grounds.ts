/**
 * The statutory grounds of a rejection: a criterion of s. 9(2) of the Act that is not met
 * (s. 9(1)(c)), or a deficiency that was not remedied within a reasonable time (s. 10).
 */
export const grounds = [
  "not_to_participant", // 9(2)(a)
  "not_accurate", // 9(2)(b)
  "origin_not_lawful", // 9(2)(c)
  "fees_not_paid", // 9(2)(d)
  "not_remedied", // 10
] as const;
export type Ground = (typeof grounds)[number];

export function isGround(value: unknown): value is Ground {
  return grounds.some((ground) => ground === value);
}
