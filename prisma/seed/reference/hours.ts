import * as z from "zod";
import { day } from "@/prisma/seed/reference/columns";

/** "8:00", in minutes after midnight. */
const timeOfDay = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/)
  .transform((text) => Number(text.split(":")[0]) * 60 + Number(text.split(":")[1]));

/** When the office works, from a day on. */
export const hours = z
  .object({
    valid_from: day,
    opens: timeOfDay,
    closes: timeOfDay,
    weekdays: z
      .string()
      .regex(/^[1-7]( [1-7])*$/)
      .transform((text) => text.split(" ").map(Number)),
  })
  .transform(({ valid_from, ...row }) => ({ ...row, validFrom: valid_from }));
