import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import { registerLimits } from "@/lib/imports/schema-register";

/** How the office answers an announcement that it does not register. */
export const answerOutcomes = ["returned", "declined"] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];

const answer = z.object({
  outcome: z.enum(answerOutcomes, { error: errorKey("register.outcome.required") }),
  answer: z
    .string(errorKey("register.answer.required"))
    .trim()
    .min(1, errorKey("register.answer.required"))
    .max(registerLimits.answer, errorKey("register.answer.tooLong")),
});
export type AnswerInput = z.infer<typeof answer>;

export const answerForm = {
  schema: answer,
  fields: { outcome: "text", answer: "text" },
} as const;
