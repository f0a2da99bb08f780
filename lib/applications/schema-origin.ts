import * as z from "zod";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import { limits } from "@/lib/forms/limits";
import { amount, group, optionalText, text } from "@/lib/forms/schema-parts";

const base = {
  id: z.string().min(1).max(64),
  carats: amount(limits.carats, {
    required: errorKey("origin.carats.required"),
    invalid: errorKey("origin.carats.invalid"),
    positive: errorKey("origin.carats.positive"),
    tooLarge: errorKey("origin.carats.tooLarge"),
  }),
  usd: amount(limits.usd, {
    required: errorKey("origin.usd.required"),
    invalid: errorKey("origin.usd.invalid"),
    positive: errorKey("origin.usd.positive"),
    tooLarge: errorKey("origin.usd.tooLarge"),
  }),
};

const facility = {
  facilityName: text(limits.facility, {
    required: errorKey("origin.facilityName.required"),
    tooLong: errorKey("origin.facilityName.tooLong"),
    letters: errorKey("origin.facilityName.letters"),
  }),
  facilityPlace: text(limits.facility, {
    required: errorKey("origin.facilityPlace.required"),
    tooLong: errorKey("origin.facilityPlace.tooLong"),
    letters: errorKey("origin.facilityPlace.letters"),
  }),
};

/** Whether the point is in Canada is rule R12; here only what degrees and minutes can be. */
function degreesMinutes(
  maxDegrees: number,
  required: { degrees: ErrorKey; minutes: ErrorKey },
  invalid: { degrees: ErrorKey; minutes: ErrorKey },
) {
  return group(
    z.object({
      degrees: z
        .string(required.degrees)
        .min(1, required.degrees)
        .refine((value) => /^\d{1,3}$/.test(value) && Number(value) <= maxDegrees, {
          error: invalid.degrees,
        }),
      minutes: z
        .string(required.minutes)
        .min(1, required.minutes)
        .refine((value) => /^\d{1,2}(\.\d{1,4})?$/.test(value) && Number(value) < 60, {
          error: invalid.minutes,
        }),
    }),
  );
}

const statedOrigin = (required: ErrorKey) =>
  z.string(required).regex(/^([A-Z]{2}|unknown)$/, required);

const newProduction = z.object({
  ...base,
  category: z.literal("new_production"),
  mine: z
    .string(errorKey("origin.mine.required"))
    .regex(/^[A-Z_]{2,30}$/, errorKey("origin.mine.required")),
  notes: optionalText(limits.notes, {
    tooLong: errorKey("origin.notes.tooLong"),
    letters: errorKey("origin.notes.letters"),
  }),
});

const previouslyImported = z.object({
  ...base,
  category: z.literal("previously_imported"),
  importCertificateId: z
    .string(errorKey("origin.importCertificateId.required"))
    .min(1, errorKey("origin.importCertificateId.required"))
    .max(64, errorKey("origin.importCertificateId.required")),
});

const exploration = z.object({
  ...base,
  ...facility,
  category: z.literal("exploration"),
  latitude: degreesMinutes(
    90,
    {
      degrees: errorKey("origin.latitude.degrees.required"),
      minutes: errorKey("origin.latitude.minutes.required"),
    },
    {
      degrees: errorKey("origin.latitude.degrees.invalid"),
      minutes: errorKey("origin.latitude.minutes.invalid"),
    },
  ),
  longitude: degreesMinutes(
    180,
    {
      degrees: errorKey("origin.longitude.degrees.required"),
      minutes: errorKey("origin.longitude.minutes.required"),
    },
    {
      degrees: errorKey("origin.longitude.degrees.invalid"),
      minutes: errorKey("origin.longitude.minutes.invalid"),
    },
  ),
});

const extractionRow = {
  ...base,
  ...facility,
  category: z.literal("extraction"),
};

const extraction = z.discriminatedUnion(
  "concentratesFrom",
  [
    z.object({ ...extractionRow, concentratesFrom: z.literal("in_canada") }),
    z.object({
      ...extractionRow,
      concentratesFrom: z.literal("outside_canada"),
      statedOrigin: statedOrigin(errorKey("origin.statedOrigin.required")),
    }),
  ],
  errorKey("origin.concentratesFrom.required"),
);

const inCanadaBefore2003 = z.object({
  ...base,
  category: z.literal("in_canada_before_2003"),
  statedOrigin: statedOrigin(errorKey("origin.statedOrigin.required")),
});

/** One lawful origin (Act, s. 9(2)(c); REGS 2(e)), with all that its category asks for. */
export const originRow = z.discriminatedUnion(
  "category",
  [newProduction, previouslyImported, exploration, extraction, inCanadaBefore2003],
  errorKey("origin.rows.required"),
);
