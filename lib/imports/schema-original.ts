import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import { registerLimits } from "@/lib/imports/schema-register";

const on = z.string(errorKey("register.originalReceivedOn.required"));
const reason = z
  .string(errorKey("register.reason.required"))
  .trim()
  .min(1, errorKey("register.reason.required"))
  .max(registerLimits.reason, errorKey("register.reason.tooLong"));

/** The day on which the paper reached the office; a reason where another day stands there. */
export const originalForm = (correcting: boolean) =>
  ({
    schema: z.object({ on, reason: correcting ? reason : z.string().optional() }),
    fields: { on: "date", reason: "text" },
  }) as const;
