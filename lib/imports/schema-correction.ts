import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import { limits } from "@/lib/forms/limits";
import { amount } from "@/lib/forms/schema-parts";

export const correctionLimits = { reason: 1000 } as const;

const carats = amount(limits.carats, {
  required: errorKey("correction.carats.required"),
  invalid: errorKey("correction.carats.invalid"),
  positive: errorKey("correction.carats.positive"),
  tooLarge: errorKey("correction.carats.tooLarge"),
});
const usd = amount(limits.usd, {
  required: errorKey("correction.usd.required"),
  invalid: errorKey("correction.usd.invalid"),
  positive: errorKey("correction.usd.positive"),
  tooLarge: errorKey("correction.usd.tooLarge"),
});
const again = z.string(errorKey("correction.again.required"));

const written = (required: ReturnType<typeof errorKey>) =>
  z
    .string(required)
    .trim()
    .min(1, required)
    .max(correctionLimits.reason, errorKey("correction.reason.tooLong"));

/** Both were typed; whether they are the same does not wait for the rest of the form. */
const typedTwice = (name: "carats" | "usd") => ({
  error: errorKey("correction.again.differs"),
  path: [`${name}Again`],
  when: ({ value }: { value: unknown }) => {
    const typed = value as Partial<Record<string, unknown>>;
    return typeof typed[name] === "string" && typeof typed[`${name}Again`] === "string";
  },
});

/** What the paper says in all, each figure typed twice, and why the account says otherwise. */
export const correctionForm = {
  schema: z
    .object({
      carats,
      caratsAgain: again,
      usd,
      usdAgain: again,
      reason: written(errorKey("correction.reason.required")),
    })
    .refine((form) => form.carats === form.caratsAgain, typedTwice("carats"))
    .refine((form) => form.usd === form.usdAgain, typedTwice("usd")),
  fields: {
    carats: "carats",
    caratsAgain: "carats",
    usd: "usd",
    usdAgain: "usd",
    reason: "text",
  },
} as const;

export interface ProposedTotals {
  readonly carats: string;
  readonly usd: string;
  readonly reason: string;
}

/** Why the second officer says no. */
export const refusalForm = {
  schema: z.object({ answer: written(errorKey("correction.answer.required")) }),
  fields: { answer: "text" },
} as const;
