import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import { readDate } from "@/lib/forms/dates";

/** Characters of a text in one language. */
export const longestPortalText = 50_000;

const isDay = (text: string) => {
  const read = readDate(text);
  return read.ok && read.value === text;
};

const words = (keys: { required: ReturnType<typeof errorKey> }) =>
  z
    .string(keys.required)
    .trim()
    .min(1, keys.required)
    .max(longestPortalText, errorKey("texts.tooLong"));

/** The next version of a text, which cannot hold before the day on which it is published. */
export const textForm = (today: string) =>
  ({
    schema: z.object({
      textEn: words({ required: errorKey("texts.textEn.required") }),
      textFr: words({ required: errorKey("texts.textFr.required") }),
      validFrom: z
        .string(errorKey("texts.validFrom.required"))
        .refine(isDay, errorKey("texts.validFrom.required"))
        .refine((day) => day >= today, errorKey("texts.validFrom.past")),
    }),
    fields: { textEn: "text", textFr: "text", validFrom: "date" },
    longest: longestPortalText + 1,
  }) as const;

export type NextText = z.infer<ReturnType<typeof textForm>["schema"]>;
