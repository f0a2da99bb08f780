import * as z from "zod";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import { limits } from "@/lib/forms/limits";
import { amount, wholeNumber } from "@/lib/forms/schema-parts";
import { isMailbox } from "@/lib/mail/addresses";

export const receiptLimits = { name: 100, role: 100, remarks: 1000, authority: 200 } as const;

/** Subheadings that one shipment may be of. */
const mostSubheadings = 6;

const tooLong = errorKey("importReceipt.tooLong");
const line = (max: number, required: ErrorKey) =>
  z
    .string(required)
    .trim()
    .min(1, required)
    .max(max, tooLong)
    .refine((text) => !/\p{Cc}/u.test(text), required);
const subheadings = errorKey("importReceipt.subheadings");

/** "710210", "7102 10" and "7102.10" are one subheading. */
const subheading = z
  .string()
  .transform((text) => text.replace(/[\s.]/gu, ""))
  .pipe(z.string().regex(/^7102\d{2}$/, subheadings))
  .transform((digits) => `${digits.slice(0, 4)}.${digits.slice(4)}`);

/** What the importing authority says of a shipment, in the order of its form; the check code is on the paper. */
export const receiptForm = {
  schema: z.object({
    code: z.string(errorKey("importReceipt.code.required")).trim().max(40, tooLong),
    receivedOn: z.string(errorKey("importReceipt.receivedOn.required")),
    parcels: wholeNumber(limits.parcels, {
      required: errorKey("importReceipt.parcels"),
      invalid: errorKey("importReceipt.parcels"),
    }).transform(Number),
    carats: amount(limits.carats, {
      required: errorKey("importReceipt.carats.required"),
      invalid: errorKey("importReceipt.carats.invalid"),
      positive: errorKey("importReceipt.carats.invalid"),
      tooLarge: errorKey("importReceipt.carats.tooLarge"),
    }),
    usd: amount(limits.usd, {
      required: errorKey("importReceipt.usd.required"),
      invalid: errorKey("importReceipt.usd.invalid"),
      positive: errorKey("importReceipt.usd.invalid"),
      tooLarge: errorKey("importReceipt.usd.tooLarge"),
    }),
    subheadings: z
      .array(subheading, subheadings)
      .min(1, subheadings)
      .max(mostSubheadings, subheadings)
      .transform((codes) => [...new Set(codes)].sort()),
    seals: z
      .enum(["intact", "broken"], errorKey("importReceipt.seals"))
      .transform((seals) => seals === "intact"),
    remarks: z
      .string()
      .trim()
      .max(receiptLimits.remarks, tooLong)
      .transform((text) => (text === "" ? null : text))
      .nullable()
      .default(null),
    name: line(receiptLimits.name, errorKey("importReceipt.name")),
    role: line(receiptLimits.role, errorKey("importReceipt.role")),
  }),
  fields: {
    code: "text",
    receivedOn: "date",
    parcels: "count",
    carats: "carats",
    usd: "usd",
    subheadings: "list",
    seals: "text",
    remarks: "text",
    name: "text",
    role: "text",
  },
} as const;
export type ConfirmedImport = z.infer<typeof receiptForm.schema>;

/** Whom an officer asks for a confirmation. */
export const askForm = {
  schema: z.object({
    authority: line(receiptLimits.authority, errorKey("life.required.authority")),
    recipient: z
      .string(errorKey("life.required.recipient"))
      .trim()
      .refine(isMailbox, errorKey("life.required.recipient")),
  }),
  fields: { authority: "text", recipient: "text" },
} as const;

/** What became of the differences in a receipt. */
export const resolutionForm = {
  schema: z.object({
    note: z
      .string(errorKey("importReceipt.note"))
      .trim()
      .min(1, errorKey("importReceipt.note"))
      .max(receiptLimits.remarks, tooLong),
  }),
  fields: { note: "text" },
} as const;
