import * as z from "zod";
import { askableSections } from "@/lib/reviews/schema";
import { letterKinds } from "@/lib/reviews/letters/texts";
import { day, openDay, required } from "@/prisma/seed/reference/columns";
import { textVersion } from "@/prisma/seed/reference/text-version";

/** A reason with which an officer asks for a change; without a section it is offered everywhere. */
export const returnReason = z
  .object({
    code: z.string().regex(/^[a-z-]{1,40}$/),
    section: z.union([z.enum(askableSections), z.literal("").transform(() => null)]),
    name_en: required,
    name_fr: required,
    text_en: required,
    text_fr: required,
    valid_from: day,
    valid_to: openDay,
  })
  .transform((row) => ({
    code: row.code,
    section: row.section,
    nameEn: row.name_en,
    nameFr: row.name_fr,
    textEn: row.text_en,
    textFr: row.text_fr,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));

/** A paragraph for the office's replies. */
export const replyParagraph = z
  .object({
    code: z.string().regex(/^[a-z-]{1,40}$/),
    name_en: required,
    name_fr: required,
    text_en: required,
    text_fr: required,
    valid_from: day,
    valid_to: openDay,
  })
  .transform((row) => ({
    code: row.code,
    nameEn: row.name_en,
    nameFr: row.name_fr,
    textEn: row.text_en,
    textFr: row.text_fr,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));

/** A paragraph of the office's letters. */
export const letterText = textVersion(letterKinds);
