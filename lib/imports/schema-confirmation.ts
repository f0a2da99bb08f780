import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import { limits } from "@/lib/forms/limits";
import { wholeNumber } from "@/lib/forms/schema-parts";
import { isMailbox } from "@/lib/mail/addresses";

export const confirmationLimits = { authority: 200, shipper: 500, remarks: 1000 } as const;

/** What the officer adds to the register's figures: to whom it is confirmed, and what the paper says besides. */
export const confirmationForm = {
  schema: z.object({
    parcels: wholeNumber(limits.parcels, {
      required: errorKey("confirmation.parcels.required"),
      invalid: errorKey("confirmation.parcels.required"),
    }).transform(Number),
    shipper: z
      .string(errorKey("confirmation.shipper.required"))
      .trim()
      .min(1, errorKey("confirmation.shipper.required"))
      .max(confirmationLimits.shipper, errorKey("confirmation.tooLong")),
    authority: z
      .string(errorKey("confirmation.authority.required"))
      .trim()
      .min(1, errorKey("confirmation.authority.required"))
      .max(confirmationLimits.authority, errorKey("confirmation.tooLong")),
    recipient: z
      .string(errorKey("confirmation.recipient.required"))
      .trim()
      .refine(isMailbox, errorKey("confirmation.recipient.required")),
    remarks: z
      .string()
      .trim()
      .max(confirmationLimits.remarks, errorKey("confirmation.tooLong"))
      .optional(),
  }),
  fields: {
    parcels: "count",
    shipper: "text",
    authority: "text",
    recipient: "text",
    remarks: "text",
  },
} as const;
export type Confirmation = z.infer<typeof confirmationForm.schema>;
