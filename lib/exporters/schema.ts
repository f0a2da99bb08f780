import * as z from "zod";
import { limits } from "@/lib/forms/limits";
import { addressLines, text } from "@/lib/forms/schema-parts";
import { readBusinessNumber } from "@/lib/exporters/business-number";
import { errorKey } from "@/lib/forms/error-key";
import type { FormSchema } from "@/lib/forms/parse-form";
import { isCanadianPostalCode } from "@/lib/forms/postal-code";

/** Canada's provinces and territories, as Canada Post writes them. */
export const provinces = [
  "AB",
  "BC",
  "MB",
  "NB",
  "NL",
  "NS",
  "NT",
  "NU",
  "ON",
  "PE",
  "QC",
  "SK",
  "YT",
] as const;

/** An exporter profile as its owner enters it: the applicant and their Canadian address (REGS 2(a)). */
export const exporterProfile = z.object({
  legalName: text(limits.name, {
    required: errorKey("profile.legalName.required"),
    tooLong: errorKey("profile.legalName.tooLong"),
    letters: errorKey("profile.legalName.letters"),
  }),
  addressLines: addressLines({
    required: errorKey("profile.addressLines.required"),
    tooLong: errorKey("profile.addressLines.tooLong"),
    letters: errorKey("profile.addressLines.letters"),
  }),
  city: text(limits.city, {
    required: errorKey("profile.city.required"),
    tooLong: errorKey("profile.city.tooLong"),
    letters: errorKey("profile.city.letters"),
  }),
  province: z.enum(provinces, errorKey("profile.province.required")),
  postalCode: z
    .string(errorKey("profile.postalCode.required"))
    .min(1, { error: errorKey("profile.postalCode.required"), abort: true })
    .refine(isCanadianPostalCode, errorKey("profile.postalCode.invalid")),
  businessNumber: z
    .string()
    .transform((typed, context) => {
      const read = readBusinessNumber(typed);
      if (read !== null) return read;
      context.addIssue({ code: "custom", message: errorKey("profile.businessNumber.invalid") });
      return z.NEVER;
    })
    .exactOptional(),
  /** That the applicant is a resident of Canada (Act, s. 9(1)). */
  residencyAttested: z.literal(true, errorKey("profile.residencyAttested.required")),
});
export type ExporterProfile = z.infer<typeof exporterProfile>;

/** The form of the profile page. */
export const exporterProfileForm = {
  schema: exporterProfile,
  fields: {
    legalName: "text",
    addressLines: "lines",
    city: "text",
    province: "text",
    postalCode: "postalCode",
    businessNumber: "text",
    residencyAttested: "flag",
  },
} as const satisfies FormSchema<ExporterProfile>;
