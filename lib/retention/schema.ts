import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";

export const holdLimits = { number: 60, reason: 1000 } as const;

const reason = z
  .string(errorKey("hold.reason.required"))
  .trim()
  .min(1, errorKey("hold.reason.required"))
  .max(holdLimits.reason, errorKey("hold.reason.tooLong"));

/** What shall be on hold, and why. */
export const holdForm = {
  schema: z.object({
    number: z
      .string(errorKey("hold.number.required"))
      .trim()
      .min(1, errorKey("hold.number.required"))
      .max(holdLimits.number, errorKey("hold.number.notFound")),
    reason,
  }),
  fields: { number: "text", reason: "text" },
} as const;

/** Why a hold ends. */
export const endHoldForm = { schema: z.object({ reason }), fields: { reason: "text" } } as const;
