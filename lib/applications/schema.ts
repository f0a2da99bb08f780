import * as z from "zod";
import { asksIfPolished } from "@/lib/applications/polished";
import { originRow } from "@/lib/applications/schema-origin";
import { consigneeParty, exporterParty } from "@/lib/applications/schema-parties";
import { errorKey } from "@/lib/forms/error-key";
import { limits } from "@/lib/forms/limits";
import type { FormSchema } from "@/lib/forms/parse-form";
import { amount, country, group, optionalText, text, wholeNumber } from "@/lib/forms/schema-parts";

/*
 * What makes a section complete and each of its answers right by itself. They judge the normalised
 * values of answers.ts, so the same schemas serve pages, stored drafts and tests. How answers fit
 * together is the business of rules/.
 */

const individual = z.string().trim().max(limits.name).exactOptional();

const applicant = z.discriminatedUnion(
  "exporterIsDifferent",
  [
    z.object({ individual, exporterIsDifferent: z.literal(false) }),
    z.object({ individual, exporterIsDifferent: z.literal(true), exporter: group(exporterParty) }),
  ],
  errorKey("applicant.exporterIsDifferent.required"),
);

const delivery = z.object({
  to: z.enum(["applicant", "exporter"], errorKey("delivery.to.required")),
});

const consignee = z.object({
  destination: country(errorKey("consignee.destination.required")),
  consignee: group(consigneeParty),
});

const origin = z.object({
  origins: z
    .array(originRow, errorKey("origin.rows.required"))
    .min(1, errorKey("origin.rows.required"))
    .max(limits.origins, errorKey("origin.rows.tooMany")),
});

const tariffLine = z
  .object({
    polished: z.enum(["no", "yes"], errorKey("goods.polished.required")).exactOptional(),
    subheading: z
      .string(errorKey("goods.subheading.required"))
      .regex(/^\d{4}\.\d{2}$/, errorKey("goods.subheading.required")),
    carats: amount(limits.carats, {
      required: errorKey("goods.carats.required"),
      invalid: errorKey("goods.carats.invalid"),
      positive: errorKey("goods.carats.positive"),
      tooLarge: errorKey("goods.carats.tooLarge"),
    }),
    usd: amount(limits.usd, {
      required: errorKey("goods.usd.required"),
      invalid: errorKey("goods.usd.invalid"),
      positive: errorKey("goods.usd.positive"),
      tooLarge: errorKey("goods.usd.tooLarge"),
    }),
  })
  .refine(({ subheading, polished }) => polished !== undefined || !asksIfPolished(subheading), {
    path: ["polished"],
    error: errorKey("goods.polished.required"),
    // Said together with what is wrong in the line's other fields.
    when: ({ value }) => typeof value === "object" && value !== null,
  });

const goods = z.object({
  hsLines: z
    .array(tariffLine, errorKey("goods.hsLines.required"))
    .min(1, errorKey("goods.hsLines.required"))
    .max(limits.hsLines, errorKey("goods.hsLines.tooMany"))
    .superRefine((lines, context) => {
      lines.forEach((line, index) => {
        if (lines.findIndex((other) => other.subheading === line.subheading) === index) return;
        context.addIssue({
          code: "custom",
          path: [index, "subheading"],
          message: errorKey("goods.subheading.twice"),
        });
      });
    }),
  containerCount: wholeNumber(limits.containers, {
    required: errorKey("goods.containerCount.required"),
    invalid: errorKey("goods.containerCount.invalid"),
  }),
  seals: z
    .array(
      text(limits.seal, {
        required: errorKey("goods.seals.required"),
        tooLong: errorKey("goods.seals.tooLong"),
        letters: errorKey("goods.seals.letters"),
      }),
      errorKey("goods.seals.required"),
    )
    .min(1, errorKey("goods.seals.required"))
    .max(limits.containers, errorKey("goods.seals.tooMany")),
  parcels: wholeNumber(limits.parcels, {
    required: errorKey("goods.parcels.required"),
    invalid: errorKey("goods.parcels.invalid"),
  }),
  semaPermit: optionalText(limits.permit, {
    tooLong: errorKey("goods.semaPermit.tooLong"),
    letters: errorKey("goods.semaPermit.letters"),
  }),
});

/** The sections that have a form, by their key in the answers. */
export const sectionSchemas = { applicant, delivery, consignee, origin, goods } as const;
export type AnsweredSection = keyof typeof sectionSchemas;

/** The complete answers of a section. */
export type Complete<S extends AnsweredSection> = z.infer<(typeof sectionSchemas)[S]>;
/** Answers that could be submitted. */
export type CompleteAnswers = { [S in AnsweredSection]: Complete<S> };

/**
 * The form of each section: its field names (with `[]` for a number) and how each is read. Pages and
 * tests use these names; a field that is not listed is not read.
 */
export const sectionForms = {
  applicant: {
    schema: applicant,
    fields: {
      exporterIsDifferent: "flag",
      "exporter.name": "text",
      "exporter.addressLines": "lines",
      "exporter.city": "text",
      "exporter.region": "text",
      "exporter.postalCode": "postalCode",
      "exporter.country": "text",
    },
  },
  delivery: { schema: delivery, fields: { to: "text" } },
  consignee: {
    schema: consignee,
    fields: {
      destination: "text",
      "consignee.name": "text",
      "consignee.addressLines": "lines",
      "consignee.city": "text",
      "consignee.region": "text",
      "consignee.postalCode": "text",
      "consignee.country": "text",
    },
  },
  origin: {
    schema: origin,
    fields: {
      "origins[].id": "text",
      "origins[].category": "text",
      "origins[].carats": "carats",
      "origins[].usd": "usd",
      "origins[].mine": "text",
      "origins[].notes": "text",
      "origins[].importCertificateId": "text",
      "origins[].facilityName": "text",
      "origins[].facilityPlace": "text",
      "origins[].latitude.degrees": "degreesNorth",
      "origins[].latitude.minutes": "minutes",
      "origins[].longitude.degrees": "degreesWest",
      "origins[].longitude.minutes": "minutes",
      "origins[].concentratesFrom": "text",
      "origins[].statedOrigin": "text",
    },
  },
  goods: {
    schema: goods,
    fields: {
      "hsLines[].subheading": "text",
      "hsLines[].polished": "text",
      "hsLines[].carats": "carats",
      "hsLines[].usd": "usd",
      containerCount: "count",
      seals: "list",
      "seals[]": "text",
      parcels: "count",
      semaPermit: "text",
    },
  },
} as const satisfies { [S in AnsweredSection]: FormSchema<Complete<S>> };

/** The name of every field of a section's form. */
export type FieldOf<S extends AnsweredSection> = keyof (typeof sectionForms)[S]["fields"] & string;
