import type { Field, FieldType } from "@/lib/amendments/fields";
import type { ReferenceKind } from "@/prisma/generated/enums";

/* The fields that several kinds of reference data have, and how each is written. */

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const must = (name: string, type: FieldType): Field => ({
  ...type,
  name,
  column: snake(name),
  required: true,
});
export const may = (name: string, type: FieldType): Field => ({
  ...must(name, type),
  required: false,
});

export const country = { type: "code", pattern: /^[A-Z]{2}$/, example: "NA" } as const;
export const name = { type: "text", most: 200 } as const;
export const words = { type: "words", most: 4000 } as const;
export const day = { type: "day" } as const;
export const year = { type: "whole", least: 1900, most: 2200 } as const;
export const version = { type: "whole", least: 1, most: 9999 } as const;
export const code = (example: string) =>
  ({ type: "code", pattern: /^[A-Za-z0-9][\w.-]{0,39}$/, example }) as const;
export const of = (kind: ReferenceKind) => ({ type: "of", kind }) as const;
const mailbox = {
  type: "code",
  pattern: /^[^\s<>@,;]{1,64}@[^\s<>@,;]{1,189}$/,
  example: "kp@example.org",
} as const;
export const usd = { type: "decimal", places: 2, least: 0, most: 9_999_999_999 } as const;
export const degrees = (most: number) =>
  ({ type: "decimal", places: 5, least: -most, most }) as const;

/** Of a participant: who lets shipments in, and where to write to. */
export const importing = [may("authority", name), may("mailbox", mailbox)];
export const bothNames = [must("nameEn", name), must("nameFr", name)];
export const bothBases = [must("basisEn", name), must("basisFr", name)];
export const bothTexts = [must("textEn", words), must("textFr", words)];
export const ownDays = [must("validFrom", day), may("validTo", day)];
export const openDays = [may("validFrom", day), may("validTo", day)];
export const days = { from: "validFrom", to: "validTo" } as const;
