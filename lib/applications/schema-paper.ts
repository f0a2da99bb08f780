import * as z from "zod";
import { addDays } from "@/lib/calendar";
import { readDate } from "@/lib/forms/dates";
import { errorKey } from "@/lib/forms/error-key";

const isDay = (text: string) => {
  const read = readDate(text);
  return read.ok && read.value === text;
};

/** How old a paper may be that the office types in, in days. */
const oldest = 365;

/** What the office knows of an application that came on paper before it types it in. */
export const paperForm = (today: string) =>
  ({
    schema: z.object({
      receivedOn: z
        .string(errorKey("paper.receivedOn.required"))
        .refine(isDay, errorKey("paper.receivedOn.required"))
        .refine((day) => day <= today, errorKey("paper.receivedOn.future"))
        .refine((day) => day >= addDays(today, -oldest), errorKey("paper.receivedOn.old")),
      language: z.enum(["en", "fr"], { error: errorKey("paper.language.required") }),
    }),
    fields: { receivedOn: "date", language: "text" },
  }) as const;
export type PaperInput = z.infer<ReturnType<typeof paperForm>["schema"]>;
