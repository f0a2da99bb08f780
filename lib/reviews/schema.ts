import * as z from "zod";
import { isPlace, readPlace } from "@/lib/applications/places";
import { sections } from "@/lib/applications/sections";
import { readDate } from "@/lib/forms/dates";
import { errorKey } from "@/lib/forms/error-key";
import { grounds } from "@/lib/reviews/grounds";

const isDay = (text: string) => {
  const read = readDate(text);
  return read.ok && read.value === text;
};

export const reviewLimits = { requests: 20, reason: 1000, reasons: 4000, note: 500 } as const;

export const savedViewLimits = { views: 20, name: 60 } as const;

/** What an officer calls a view of the queue. */
export const savedViewForm = {
  schema: z.object({
    name: z
      .string(errorKey("savedView.name.required"))
      .trim()
      .min(1, errorKey("savedView.name.required"))
      .max(savedViewLimits.name, errorKey("savedView.name.tooLong")),
  }),
  fields: { name: "text" },
} as const;

/** The sections an exporter can be asked to change; the summary follows from them. */
export const askableSections = sections.filter((section) => section !== "summary");
export type AskableSection = Exclude<(typeof sections)[number], "summary">;

const written = (max: number) =>
  z
    .string(errorKey("review.reason.required"))
    .trim()
    .min(1, errorKey("review.reason.required"))
    .max(max, errorKey("review.reason.tooLong"));

/** Why a signatory sends a file back, or why an officer takes one over. */
export const reasonForm = {
  schema: z.object({ reason: written(reviewLimits.reason) }),
  fields: { reason: "text" },
} as const;

/** What must change: a section, or one of its fields as it was submitted: "origin", "origin:origins[1].usd". */
const place = z
  .string(errorKey("review.section.required"))
  .refine(isPlace, errorKey("review.section.required"))
  .transform(readPlace);

/** A chosen reason, the officer's own words, or both. */
const changeRequest = z
  .object({
    place,
    reasonCode: z.string().max(40, errorKey("review.reason.unknown")).optional(),
    reason: z
      .string()
      .trim()
      .max(reviewLimits.reason, errorKey("review.reason.tooLong"))
      .optional(),
  })
  .refine(({ reasonCode, reason }) => Boolean(reasonCode ?? reason), {
    path: ["reasonCode"],
    error: errorKey("review.reason.choose"),
  })
  .transform(({ place: { section, field }, reasonCode, reason }) => ({
    section: section as AskableSection,
    ...(field === null ? {} : { field }),
    ...(reasonCode ? { reasonCode } : {}),
    ...(reason ? { reason } : {}),
  }));

/** A request that a question of a conversation becomes. */
export const preparedForm = {
  schema: changeRequest,
  fields: { place: "text", reasonCode: "text", reason: "text" },
} as const;
export type PreparedInput = z.infer<typeof changeRequest>;

/** The form of the notice, its requests one after the other. */
export const returnForm = (today: string) =>
  ({
    schema: returnNotice(today),
    fields: {
      "requests[].place": "text",
      "requests[].reasonCode": "text",
      "requests[].reason": "text",
      dueOn: "date",
    },
  }) as const;

/** A notice of deficiency (Act, s. 9(1)(b)): written reasons, and a day to answer by. */
export function returnNotice(today: string) {
  return z.object({
    requests: z
      .array(changeRequest)
      .min(1, errorKey("review.requests.required"))
      .max(reviewLimits.requests, errorKey("review.requests.tooMany")),
    dueOn: dayToAnswer(today),
  });
}

/** A day that the exporter can be asked to answer by. */
function dayToAnswer(today: string) {
  return z
    .string(errorKey("review.dueOn.required"))
    .refine(isDay, errorKey("review.dueOn.required"))
    .refine((day) => day > today, errorKey("review.dueOn.past"))
    .refine(
      (day) => day <= `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
      errorKey("review.dueOn.far"),
    );
}

/** A later day, and why. */
export const extensionForm = (today: string) =>
  ({
    schema: z.object({ dueOn: dayToAnswer(today), reason: written(reviewLimits.reason) }),
    fields: { dueOn: "date", reason: "text" },
  }) as const;
export interface Extension {
  readonly dueOn: string;
  readonly reason: string;
}
export type ReturnNotice = z.infer<ReturnType<typeof returnNotice>>;

/** The reasons and the ground of a refusal (Act, ss. 9(1)(c) and 10). */
export const refusal = z.object({
  reasons: written(reviewLimits.reasons),
  ground: z.enum(grounds, { error: errorKey("review.ground.required") }),
});
export type RefusalInput = z.infer<typeof refusal>;

export const refusalForm = {
  schema: refusal,
  fields: { ground: "text", reasons: "text" },
} as const;

const answer = z.enum(["yes", "no"]).optional();
const typed = z.string().optional();

/** What a reviewer answers and reads; what is missing is judged by checklist.ts, with the findings. */
export const checklistForm = {
  schema: z.object({
    papersLegible: answer,
    consigneePlausible: answer,
    originProved: answer,
    carats: typed,
    usd: typed,
    seals: typed,
    caratsWhy: typed,
    usdWhy: typed,
    sealsWhy: typed,
  }),
  fields: {
    papersLegible: "text",
    consigneePlausible: "text",
    originProved: "text",
    carats: "carats",
    usd: "usd",
    seals: "count",
    caratsWhy: "text",
    usdWhy: "text",
    sealsWhy: "text",
  },
} as const;
