import * as z from "zod";
import { readField } from "@/lib/amendments/fields";
import { kinds } from "@/lib/amendments/kinds";
import type { Row } from "@/lib/amendments/row";
import { wrongTogether } from "@/lib/amendments/schema-row";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import type { Fields } from "@/lib/forms/parse-form";
import type { ReferenceKind } from "@/prisma/generated/enums";

export const amendmentLimits = { source: 300, reason: 1000 } as const;

/** A row of a kind, from what was typed or stands in a file, field by field. */
export function rowSchema(kind: ReferenceKind): z.ZodType<Row> {
  const { fields } = kinds[kind];
  return z.record(z.string(), z.unknown()).transform((typed, context): Row => {
    const row: Record<string, string | null> = {};
    for (const field of fields) {
      const given = typed[field.name];
      const reading = readField(field, typeof given === "string" ? given : undefined);
      if (reading.ok) row[field.name] = reading.value;
      else {
        const { key: message, params } = reading;
        context.addIssue({ code: "custom", message, params, path: [field.name] });
      }
    }
    if (Object.keys(row).length < fields.length) return z.NEVER;
    for (const { field, key } of wrongTogether(kind, row)) {
      context.addIssue({ code: "custom", message: key, path: [field] });
    }
    return row;
  });
}

const long = (required: ErrorKey, most: number) =>
  z.string(required).trim().min(1, required).max(most, errorKey("reference.tooLong"));

const dayOf = (required: ErrorKey) =>
  z.string(required).regex(/^\d{4}-\d{2}-\d{2}$/, errorKey("reference.day"));

const why = {
  source: long(errorKey("reference.source.required"), amendmentLimits.source),
  why: long(errorKey("reference.why.required"), amendmentLimits.reason),
};
const whyFields = { source: "text", why: "text" } as const;
const effective = dayOf(errorKey("reference.effectiveFrom.required"));

/** Whether a form asks from which day the change holds; a new row with days of its own says it itself. */
export function asksDay(kind: ReferenceKind, adding: boolean): boolean {
  const { holds, from } = kinds[kind];
  return holds === "asked" && !(adding && from);
}

/** A new row, or one as it is to be. */
export function rowForm(kind: ReferenceKind, adding: boolean) {
  const asked = asksDay(kind, adding);
  const ofRow = kinds[kind].fields.map((field) => [`row.${field.name}`, "text"] as const);
  return {
    schema: z.object({
      row: z.preprocess((given) => given ?? {}, rowSchema(kind)),
      effectiveFrom: asked ? effective : z.undefined().optional(),
      ...why,
    }),
    fields: {
      ...(Object.fromEntries(ofRow) as Fields),
      ...(asked ? { effectiveFrom: "date" as const } : {}),
      ...whyFields,
    },
  };
}

/** The last day of a row. */
export const endForm = {
  schema: z.object({ lastDay: dayOf(errorKey("reference.lastDay.required")), ...why }),
  fields: { lastDay: "date", ...whyFields },
} as const;

/** An order takes a participant off the Schedule from the day on which it is registered. */
export const switchOffForm = {
  schema: z.object({
    order: long(errorKey("reference.orderNumber.required"), 100),
    registeredOn: dayOf(errorKey("reference.registeredOn.required")),
    why: why.why,
  }),
  fields: { order: "text", registeredOn: "date", why: "text" },
} as const;

/** What goes with a file. */
export function importForm(kind: ReferenceKind) {
  const asked = kinds[kind].holds === "asked";
  return {
    schema: z.object({ effectiveFrom: asked ? effective : z.undefined().optional(), ...why }),
    fields: { ...(asked ? { effectiveFrom: "date" as const } : {}), ...whyFields },
  };
}

/** Why a change is refused. */
export const refusalForm = {
  schema: z.object({ answer: long(errorKey("reference.answer.required"), amendmentLimits.reason) }),
  fields: { answer: "text" },
} as const;

/** What a list of a kind shows. */
export const listForm = z.object({
  on: z.string().max(60).catch(""),
  text: z.string().trim().max(100).catch(""),
});
