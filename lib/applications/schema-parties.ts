import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import { limits } from "@/lib/forms/limits";
import { isCanadianPostalCode } from "@/lib/forms/postal-code";
import { addressLines, country, optionalText, text } from "@/lib/forms/schema-parts";

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
