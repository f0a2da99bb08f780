import type { Answers } from "@/lib/applications/answers";
import { sectionForms } from "@/lib/applications/schema";
import { sections, type Section } from "@/lib/applications/sections";
import { isUuid } from "@/lib/row-id";
import { DocumentKind } from "@/prisma/generated/enums";

/** The field of an answer, its number left out: "origins[1].usd" → "origins[].usd". */
export function patternOf(field: string): string {
  return field.replace(/\[\d{1,3}\]/g, "[]");
}

/** Whether a section has a form with such a field. */
export function isFieldOf(section: string, field: string): boolean {
  if (!(section in sectionForms)) return false;
  return patternOf(field) in sectionForms[section as keyof typeof sectionForms].fields;
}

/** "origin:origins[1].usd", or only the section. */
export function readPlace(place: string): { section: Section; field: string | null } {
  const [section = "", field] = place.split(":");
  return { section: section as Section, field: field ?? null };
}

/** Whether an officer can ask to change this: the summary follows from the other sections. */
export function isPlace(place: string): boolean {
  const { section, field } = readPlace(place);
  if (section === "summary" || !sections.includes(section)) return false;
  if (section === "documents" && field !== null) {
    return kindIn(field) !== null || isUuid(documentIn(field));
  }
  return field === null || isFieldOf(section, field);
}

/** The kind of document that a place names ("documents.invoice"), or null. */
export function kindIn(field: string): DocumentKind | null {
  return Object.values(DocumentKind).find((kind) => field === `documents.${kind}`) ?? null;
}

/** The document that a place names by its id ("document.…"), or nothing. */
function documentIn(field: string): string {
  return /^document\.(.+)$/.exec(field)?.[1] ?? "";
}

const rowField = /^origins\[(\d{1,3})\]\.(.+)$/;

interface Place {
  readonly field: string | null;
  /** Of the origin row, where the field is in one, or of the document that is meant. */
  readonly rowId: string | null;
}

interface Placed {
  readonly answers: Answers;
  readonly documents: readonly { readonly id: string; readonly kind: DocumentKind }[];
}

/**
 * How a request keeps its place: rows can be moved, so that of an origin row is kept by the row's id. A
 * document keeps its kind and its id.
 */
export function placeIn({ answers: { origin }, documents }: Placed, field: string | null): Place {
  const asked = documents.find(({ id }) => id === documentIn(field ?? ""));
  if (asked) return { field: `documents.${asked.kind}`, rowId: asked.id };
  if (documentIn(field ?? "") !== "") return { field: null, rowId: null };
  const [, index, inRow] = rowField.exec(field ?? "") ?? [];
  const id = origin?.origins?.[Number(index)]?.id;
  return inRow !== undefined && id !== undefined && isUuid(id)
    ? { field: inRow, rowId: id }
    : { field, rowId: null };
}

/** The name that the field of a request has in the section's form now; null where the row is gone. */
export function fieldNow({ origin }: Answers, { field, rowId }: Place): string | null {
  if (rowId === null || (field !== null && kindIn(field) !== null)) return field;
  const index = origin?.origins?.findIndex((row) => row.id === rowId) ?? -1;
  return index < 0 || field === null ? null : `origins[${index}].${field}`;
}
