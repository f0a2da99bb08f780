import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import type { FormSchema } from "@/lib/forms/parse-form";

const schema = z.object({
  language: z.enum(["en", "fr"], { error: errorKey("mail.again.language.required") }),
  /** Copies that its reader saw; one that somebody tampered with is none that there can be. */
  copies: z.coerce.number().int().min(0).catch(-1),
});

/** The form to send a mail again: which language comes first. */
export const againForm = {
  schema,
  fields: { language: "text", copies: "text" },
} satisfies FormSchema<z.infer<typeof schema>>;
