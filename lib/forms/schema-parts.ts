import Decimal from "decimal.js";
import * as z from "zod";
import { printable } from "@/lib/forms/repertoire";
import type { ErrorKey } from "@/lib/forms/error-key";
import { limits } from "@/lib/forms/limits";

interface TextKeys {
  required: ErrorKey;
  tooLong: ErrorKey;
  letters: ErrorKey;
}

function characters(max: number, keys: Omit<TextKeys, "required">, string: z.ZodString) {
  return string
    .trim()
    .normalize("NFC")
    .max(max, keys.tooLong)
    .superRefine((value, context) => {
      const result = printable(value);
      if (result.ok) return;
      context.addIssue({
        code: "custom",
        message: keys.letters,
        params: { characters: result.characters.join(" ") },
      });
    });
}

/** Required text that the certificate can print. */
export function text(max: number, keys: TextKeys) {
  return characters(max, keys, z.string(keys.required).trim().min(1, keys.required));
}

/** The lines of an address, at least one. */
export function addressLines(keys: TextKeys) {
  return z
    .array(text(limits.addressLine, keys), keys.required)
    .min(1, keys.required)
    .max(limits.addressLines, keys.tooLong);
}

/** Text that the certificate can print, if there is any. */
export function optionalText(max: number, keys: Omit<TextKeys, "required">) {
  return characters(max, keys, z.string()).exactOptional();
}

interface AmountKeys {
  required: ErrorKey;
  invalid: ErrorKey;
  positive: ErrorKey;
  tooLarge: ErrorKey;
}

/** A positive decimal with at most two places, as normalised text. Never a float. */
export function amount(maximum: string, keys: AmountKeys) {
  return z
    .string(keys.required)
    .min(1, keys.required)
    .regex(/^\d{1,15}(\.\d{1,2})?$/, { error: keys.invalid, abort: true })
    .refine((value) => new Decimal(value).gt(0), { error: keys.positive })
    .superRefine((value, context) => {
      if (new Decimal(value).lte(maximum)) return;
      context.addIssue({ code: "custom", message: keys.tooLarge, params: { maximum } });
    });
}

/** A whole number from 1 to `maximum`, as text. */
export function wholeNumber(maximum: number, keys: { required: ErrorKey; invalid: ErrorKey }) {
  return z
    .string(keys.required)
    .min(1, keys.required)
    .superRefine((value, context) => {
      if (/^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= maximum) return;
      context.addIssue({ code: "custom", message: keys.invalid, params: { maximum } });
    });
}

export const country = (required: ErrorKey) => z.string(required).regex(/^[A-Z]{2}$/, required);

/** A group of answers of which none is there is a group of missing answers. */
export const group = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value ?? {}, schema);
