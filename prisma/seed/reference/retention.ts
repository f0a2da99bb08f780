import * as z from "zod";
import { day, required } from "@/prisma/seed/reference/columns";

/** How long something is kept; without a number of days, for good. */
export const retention = z
  .object({
    code: required,
    valid_from: day,
    days: z.union([
      z
        .string()
        .regex(/^[1-9]\d*$/)
        .transform(Number),
      z.literal("").transform(() => null),
    ]),
    name_en: required,
    name_fr: required,
    basis_en: required,
    basis_fr: required,
  })
  .transform((row) => ({
    code: row.code,
    validFrom: row.valid_from,
    days: row.days,
    nameEn: row.name_en,
    nameFr: row.name_fr,
    basisEn: row.basis_en,
    basisFr: row.basis_fr,
  }));
