import * as z from "zod";
import { readTime } from "@/lib/broadcasts/times";
import { readBusinessNumber } from "@/lib/exporters/business-number";
import { readDate } from "@/lib/forms/dates";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import { oneLine } from "@/lib/mail/one-line";
import { momentInOttawa } from "@/lib/reference/working-time";

/** Characters of an announcement, as its columns hold them, and the most exporters one can name. */
export const broadcastLimits = { title: 150, text: 2000, exporters: 200 } as const;

export const audiences = ["everybody", "chosen"] as const;

const words = (maximum: number) => (required: ErrorKey) =>
  z
    .string(required)
    // A form sends its line breaks as two characters.
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(1, required).max(maximum, errorKey("broadcasts.tooLong")));
const title = words(broadcastLimits.title);
const text = words(broadcastLimits.text);

const isDay = (text: string) => {
  const read = readDate(text);
  return read.ok && read.value === text;
};
const day = (required: ErrorKey) => z.string(required).refine(isDay, required);

const time = (required: ErrorKey) =>
  z.string(required).transform((typed, context) => {
    const minutes = readTime(typed);
    if (minutes === null) context.addIssue({ code: "custom", message: required });
    return minutes ?? 0;
  });

/** What is meant for a business number: figures, perhaps with a program account. */
const figures = /^[\d\s.,;\-‐‑–]+(?:[A-Z]{2}\s?\d{4})?$/iu;

/** A line that names an exporter: by its business number, or else by its legal name. */
const named = z.string().transform((typed, context) => {
  const number = readBusinessNumber(typed);
  if (number === null && figures.test(typed)) {
    const params = { typed: typed.slice(0, 60) };
    context.addIssue({ code: "custom", message: errorKey("broadcasts.numbers.notOne"), params });
  }
  return number ?? oneLine(typed);
});

const typed = z.object({
  titleEn: title(errorKey("broadcasts.titleEn.required")),
  titleFr: title(errorKey("broadcasts.titleFr.required")),
  textEn: text(errorKey("broadcasts.textEn.required")),
  textFr: text(errorKey("broadcasts.textFr.required")),
  urgent: z.boolean(),
  audience: z.enum(audiences, errorKey("broadcasts.audience.required")),
  numbers: z
    .array(named)
    .max(broadcastLimits.exporters, errorKey("broadcasts.numbers.tooMany"))
    .default([]),
  fromDay: day(errorKey("broadcasts.fromDay.required")),
  fromTime: time(errorKey("broadcasts.fromTime.required")),
  untilDay: day(errorKey("broadcasts.untilDay.required")),
  untilTime: time(errorKey("broadcasts.untilTime.required")),
});

/** An announcement as an administrator writes it; days and times are those of the office. */
export const broadcastForm = (now: Date) =>
  ({
    schema: typed
      .superRefine(({ audience, numbers }, context) => {
        if (audience === "everybody" || numbers.length > 0) return;
        const message = errorKey("broadcasts.numbers.required");
        context.addIssue({ code: "custom", path: ["numbers"], message });
      })
      .transform(({ fromDay, fromTime, untilDay, untilTime, audience, ...rest }) => ({
        ...rest,
        numbers: audience === "chosen" ? [...new Set(rest.numbers)] : [],
        everybody: audience === "everybody",
        shownFrom: momentInOttawa(fromDay, fromTime),
        shownUntil: momentInOttawa(untilDay, untilTime),
      }))
      .superRefine(({ shownFrom, shownUntil }, context) => {
        const wrong = (message: ErrorKey) => {
          context.addIssue({ code: "custom", path: ["untilDay"], message });
        };
        if (shownUntil <= shownFrom) wrong(errorKey("broadcasts.untilDay.before"));
        else if (shownUntil <= now) wrong(errorKey("broadcasts.untilDay.past"));
      }),
    fields: {
      titleEn: "text",
      textEn: "text",
      titleFr: "text",
      textFr: "text",
      urgent: "flag",
      audience: "text",
      numbers: "lines",
      fromDay: "date",
      fromTime: "text",
      untilDay: "date",
      untilTime: "text",
    },
  }) as const;

export type NewBroadcast = z.infer<ReturnType<typeof broadcastForm>["schema"]>;

/** Asked once more: what was taken back is not shown again. */
export const takeBackForm = {
  schema: z.object({
    confirm: z.boolean().refine((ticked) => ticked, errorKey("broadcasts.confirm.required")),
  }),
  fields: { confirm: "flag" },
} as const;
