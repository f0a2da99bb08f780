import Decimal from "decimal.js";
import * as z from "zod";
import { limits } from "@/lib/applications/answers";
import { printable } from "@/lib/certificates/repertoire";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import { isCanadianPostalCode } from "@/lib/forms/postal-code";

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

/** The same, not required. */
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

const addressLines = (keys: TextKeys) =>
  z
    .array(text(limits.addressLine, keys), keys.required)
    .min(1, keys.required)
    .max(limits.addressLines, keys.tooLong);

/** The exporter where it is not the applicant (REGS 2(b)); it may be outside Canada (Act, s. 43). */
export const exporterParty = z
  .object({
    name: text(limits.name, {
      required: errorKey("exporter.name.required"),
      tooLong: errorKey("exporter.name.tooLong"),
      letters: errorKey("exporter.name.letters"),
    }),
    addressLines: addressLines({
      required: errorKey("exporter.addressLines.required"),
      tooLong: errorKey("exporter.addressLines.tooLong"),
      letters: errorKey("exporter.addressLines.letters"),
    }),
    city: text(limits.city, {
      required: errorKey("exporter.city.required"),
      tooLong: errorKey("exporter.city.tooLong"),
      letters: errorKey("exporter.city.letters"),
    }),
    region: optionalText(limits.region, {
      tooLong: errorKey("exporter.region.tooLong"),
      letters: errorKey("exporter.region.letters"),
    }),
    postalCode: optionalText(limits.postalCode, {
      tooLong: errorKey("exporter.postalCode.tooLong"),
      letters: errorKey("exporter.postalCode.letters"),
    }),
    country: country(errorKey("exporter.country.required")),
  })
  .superRefine((party, context) => {
    if (party.country !== "CA") return;
    if (!party.region) {
      context.addIssue({
        code: "custom",
        path: ["region"],
        message: errorKey("exporter.region.required"),
      });
    }
    if (!party.postalCode || !isCanadianPostalCode(party.postalCode)) {
      context.addIssue({
        code: "custom",
        path: ["postalCode"],
        message: party.postalCode
          ? errorKey("exporter.postalCode.invalid")
          : errorKey("exporter.postalCode.required"),
      });
    }
  });

/** To whom the diamonds are exported (REGS 2(c)). Many countries have no postal codes. */
export const consigneeParty = z.object({
  name: text(limits.name, {
    required: errorKey("consignee.name.required"),
    tooLong: errorKey("consignee.name.tooLong"),
    letters: errorKey("consignee.name.letters"),
  }),
  addressLines: addressLines({
    required: errorKey("consignee.addressLines.required"),
    tooLong: errorKey("consignee.addressLines.tooLong"),
    letters: errorKey("consignee.addressLines.letters"),
  }),
  city: text(limits.city, {
    required: errorKey("consignee.city.required"),
    tooLong: errorKey("consignee.city.tooLong"),
    letters: errorKey("consignee.city.letters"),
  }),
  region: optionalText(limits.region, {
    tooLong: errorKey("consignee.region.tooLong"),
    letters: errorKey("consignee.region.letters"),
  }),
  postalCode: optionalText(limits.postalCode, {
    tooLong: errorKey("consignee.postalCode.tooLong"),
    letters: errorKey("consignee.postalCode.letters"),
  }),
  country: country(errorKey("consignee.country.required")),
});
