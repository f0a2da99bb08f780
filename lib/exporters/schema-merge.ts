import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";

export const mergeLimits = { reason: 1000 } as const;

/** Why two profiles are one applicant. */
export const mergeForm = {
  schema: z.object({
    reason: z
      .string(errorKey("merge.reason.required"))
      .trim()
      .min(1, errorKey("merge.reason.required"))
      .max(mergeLimits.reason, errorKey("merge.reason.tooLong")),
  }),
  fields: { reason: "text" },
} as const;
