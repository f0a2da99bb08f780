import { z } from "zod";

/** What the morning mail of an officer may say. */
export const digestData = z.object({
  name: z.string(),
  /** Files that wait at the desk; null for whoever does not work there. */
  queue: z
    .object({ waiting: z.number().int().nonnegative(), overdue: z.number().int().nonnegative() })
    .nullable(),
  /** What was told since the last one, in the words of its subjects; how often each. */
  told: z.array(z.object({ en: z.string(), fr: z.string(), count: z.number().int().positive() })),
  /** How many more were told than are listed. */
  more: z.number().int().nonnegative(),
});
