import * as z from "zod";
import { readBusinessNumber } from "@/lib/exporters/business-number";
import { levels } from "@/lib/exporters/permissions";
import { errorKey } from "@/lib/forms/error-key";
import type { FormSchema } from "@/lib/forms/parse-form";
import { isMailbox } from "@/lib/mail/addresses";

const may = z.enum(levels, errorKey("mandate.may.required"));
/** The last day, ISO; that it is not past is asked by the command. */
const endsOn = z.string().exactOptional();

/** What a representative may do, and until when. */
const terms = z.object({ may, endsOn });
export type MandateTerms = z.infer<typeof terms>;
export const termsForm = {
  schema: terms,
  fields: { may: "text", endsOn: "date" },
} as const satisfies FormSchema<MandateTerms>;

const invitation = z
  .object({
    email: z
      .string(errorKey("mandate.email.required"))
      .trim()
      .toLowerCase()
      .min(1, { error: errorKey("mandate.email.required"), abort: true })
      .refine(isMailbox, errorKey("mandate.email.invalid")),
    may: z.enum([...levels, "own"], errorKey("mandate.may.required")),
    endsOn,
  })
  .refine((value) => value.may !== "own" || value.endsOn === undefined, {
    path: ["endsOn"],
    error: errorKey("mandate.endsOn.owner"),
  });
export type Invitation = z.infer<typeof invitation>;
export const invitationForm = {
  schema: invitation,
  fields: { email: "text", may: "text", endsOn: "date" },
} as const satisfies FormSchema<Invitation>;

/** Why somebody should be let in, in characters. */
export const longestReason = 500;

const accessRequest = z.object({
  /** The nine digits: a program account says nothing about who acts. */
  businessNumber: z
    .string(errorKey("access.businessNumber.required"))
    .transform((typed, context) => {
      const read = readBusinessNumber(typed);
      if (read !== null) return read.slice(0, 9);
      context.addIssue({ code: "custom", message: errorKey("access.businessNumber.invalid") });
      return z.NEVER;
    }),
  reason: z
    .string(errorKey("access.reason.required"))
    .trim()
    .normalize("NFC")
    .min(1, errorKey("access.reason.required"))
    .max(longestReason, errorKey("access.reason.tooLong")),
});
export type AccessRequestInput = z.infer<typeof accessRequest>;
export const accessRequestForm = {
  schema: accessRequest,
  fields: { businessNumber: "text", reason: "text" },
} as const satisfies FormSchema<AccessRequestInput>;
