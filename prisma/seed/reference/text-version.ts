import * as z from "zod";
import { day, required } from "@/prisma/seed/reference/columns";

/** A text that is followed by newer ones of its kind, in both languages. */
export const textVersion = <const Kind extends string>(kinds: readonly Kind[]) =>
  z
    .object({
      kind: z.enum(kinds),
      version: z.coerce.number().int().positive(),
      text_en: required,
      text_fr: required,
      valid_from: day,
    })
    .transform((row) => ({
      kind: row.kind,
      version: row.version,
      textEn: row.text_en,
      textFr: row.text_fr,
      validFrom: row.valid_from,
    }));
