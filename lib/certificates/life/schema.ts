import * as z from "zod";
import { OFFSET_MAX } from "@/lib/certificates/pdf/offset";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import { isMailbox } from "@/lib/mail/addresses";

export const lifeLimits = {
  words: 1000,
  carrier: 100,
  tracking: 100,
  authority: 200,
  printer: 80,
} as const;

const text = (max: number, required: ErrorKey) =>
  z.string(required).trim().min(1, required).max(max, errorKey("life.tooLong"));
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, errorKey("life.tooLong"))
    .transform((value) => (value === "" ? undefined : value))
    .optional();
const day = z.string(errorKey("life.required.day"));
const words = text(lifeLimits.words, errorKey("life.required.words"));
const sheet = z
  .string(errorKey("life.required.sheet"))
  .trim()
  .regex(/^[1-9]\d{0,7}$/, errorKey("life.required.sheet"))
  .transform(Number);
const authority = {
  authority: text(lifeLimits.authority, errorKey("life.required.authority")),
  recipient: z
    .string(errorKey("life.required.recipient"))
    .trim()
    .refine(isMailbox, errorKey("life.required.recipient")),
};

const arrival = { schema: z.object({ on: day }), fields: { on: "date" } } as const;

/** The forms of the office's steps; what is asked in which order is the order of the fields. */
export const stepForms = {
  print: {
    schema: z.object({
      sheet,
      printer: optional(lifeLimits.printer),
      reason: optional(lifeLimits.words),
    }),
    fields: { sheet: "text", printer: "text", reason: "text" },
  },
  dispatch: {
    schema: z.object({
      on: day,
      carrier: text(lifeLimits.carrier, errorKey("life.required.carrier")),
      tracking: optional(lifeLimits.tracking),
    }),
    fields: { on: "date", carrier: "text", tracking: "text" },
  },
  delivered: arrival,
  returned: arrival,
  report: {
    schema: z.object({ exportedOn: day, on: day }),
    fields: { exportedOn: "date", on: "date" },
  },
  loss: {
    schema: z.object({ words, ...authority }),
    fields: { words: "text", authority: "text", recipient: "text" },
  },
  surrender: {
    schema: z.object({ words: optional(lifeLimits.words) }),
    fields: { words: "text" },
  },
  stayed: { schema: z.object({ words }), fields: { words: "text" } },
} as const;

/** Why a certificate is to be invalidated, and who abroad will be told. */
export const invalidationForm = {
  schema: z.object({ reason: words, ...authority }),
  fields: { reason: "text", authority: "text", recipient: "text" },
} as const;

/** Why the second person says no. */
export const refusalForm = {
  schema: z.object({ answer: words }),
  fields: { answer: "text" },
} as const;

/** The exporter's own: the day of the export; the day on which a loss was noticed, and what happened. */
export const exportForm = { schema: z.object({ on: day }), fields: { on: "date" } } as const;
export const lossForm = {
  schema: z.object({ on: day, words }),
  fields: { on: "date", words: "text" },
} as const;

const offset = z
  .string(errorKey("life.required.offset"))
  .trim()
  .transform((text) => text.replace(",", ".").replace(/^[−–]/, "-"))
  .pipe(z.string().regex(/^[-+]?\d{1,2}(\.\d)?$/, errorKey("life.required.offset")))
  .transform((text) => Math.round(Number(text) * 10))
  .refine((tenths) => Math.abs(tenths) <= OFFSET_MAX, errorKey("life.required.offset"));

/** By how much what a printer prints is moved, in tenths of a millimetre; `seen` is the setting that it replaces. */
export const printerForm = {
  schema: z.object({
    name: text(lifeLimits.printer, errorKey("life.required.printer")),
    right: offset,
    down: offset,
    seen: optional(lifeLimits.printer),
  }),
  fields: { name: "text", right: "text", down: "text", seen: "text" },
} as const;

export const sheetMoves = ["received", "spoiled", "destroyed"] as const;

/** Numbered sheets from one to another; what is done with them is said in words, unless they have just come. */
export const sheetsForm = {
  schema: z
    .object({
      move: z.enum(sheetMoves, errorKey("life.required.move")),
      first: sheet,
      last: sheet,
      reason: optional(lifeLimits.words),
    })
    .refine(({ first, last }) => last >= first && last - first < 10_000, {
      error: errorKey("life.range"),
      path: ["last"],
    })
    .refine(({ move, reason }) => move === "received" || reason !== undefined, {
      error: errorKey("life.required.words"),
      path: ["reason"],
    }),
  fields: { move: "text", first: "text", last: "text", reason: "text" },
} as const;
