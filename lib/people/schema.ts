import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import type { FormSchema } from "@/lib/forms/parse-form";
import { optionalText, text } from "@/lib/forms/schema-parts";
import { isMailbox } from "@/lib/mail/addresses";
import { Language } from "@/prisma/generated/enums";

const longestName = 60;
const longestText = 100;

const email = z
  .string(errorKey("person.email.required"))
  .toLowerCase()
  .refine(isMailbox, errorKey("person.email.invalid"));

const phone = z
  .string()
  .regex(
    /^\+?[\d(][\d\s().\-\u2010-\u2013]{5,24}(?:[\s,]*(?:x|ext\.?|poste)\s*\d{1,6})?$/i,
    errorKey("person.phone.invalid"),
  )
  .exactOptional();

const details = {
  firstName: text(longestName, {
    required: errorKey("person.firstName.required"),
    tooLong: errorKey("person.firstName.tooLong"),
    letters: errorKey("person.firstName.letters"),
  }),
  lastName: text(longestName, {
    required: errorKey("person.lastName.required"),
    tooLong: errorKey("person.lastName.tooLong"),
    letters: errorKey("person.lastName.letters"),
  }),
  organization: optionalText(longestText, {
    tooLong: errorKey("person.organization.tooLong"),
    letters: errorKey("person.organization.letters"),
  }),
  title: optionalText(longestText, {
    tooLong: errorKey("person.title.tooLong"),
    letters: errorKey("person.title.letters"),
  }),
  /** An officer's, printed on certificates. */
  titleFr: optionalText(longestText, {
    tooLong: errorKey("person.titleFr.tooLong"),
    letters: errorKey("person.titleFr.letters"),
  }),
  phone,
  /** In which the portal writes to them. */
  language: z.enum(Language, errorKey("person.language.required")),
};

/** What a person says of themselves. */
const personDetails = z.object(details);
export type PersonDetails = z.infer<typeof personDetails>;

const introduction = z.object({ email, ...details });
export type Introduction = z.infer<typeof introduction>;

const detailFields = {
  firstName: "text",
  lastName: "text",
  organization: "text",
  title: "text",
  titleFr: "text",
  phone: "text",
  language: "text",
} as const;

export const detailsForm = {
  schema: personDetails,
  fields: detailFields,
} as const satisfies FormSchema<PersonDetails>;

/** The form of the first arrival: address and person in one. */
export const introductionForm = {
  schema: introduction,
  fields: { email: "text", ...detailFields },
} as const satisfies FormSchema<Introduction>;

export const addressForm = {
  schema: z.object({ email }),
  fields: { email: "text" },
} as const satisfies FormSchema<{ email: string }>;
