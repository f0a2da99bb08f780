import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";

/** Characters of the reason. */
export const longestReason = 1000;

/** Why an exporter wants an application to end. */
export const withdrawForm = {
  schema: z.object({
    reason: z
      .string(errorKey("withdraw.reason.required"))
      .trim()
      .min(1, errorKey("withdraw.reason.required"))
      .max(longestReason, errorKey("withdraw.reason.tooLong")),
  }),
  fields: { reason: "text" },
} as const;
