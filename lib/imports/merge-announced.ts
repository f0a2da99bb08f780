import { announcedFields, type AnnouncedField, type AnnouncedImport } from "./schema-announce";

/** For a field that two people changed: whose answer is kept. */
export type Choices = Partial<Record<AnnouncedField, "mine" | "theirs">>;

interface Sides {
  /** As the form was drawn. */
  readonly base: AnnouncedImport;
  /** As it came back. */
  readonly mine: AnnouncedImport;
  /** As it is stored now. */
  readonly theirs: AnnouncedImport;
  readonly choices: Choices;
}

/**
 * What is stored after two people have changed an announcement: of each field the answer that one of them
 * changed. Where both changed it differently and nobody has chosen yet, what is stored stays, and the field
 * is a clash.
 */
export function mergeAnnounced({ base, mine, theirs, choices }: Sides): {
  merged: AnnouncedImport;
  clashes: AnnouncedField[];
} {
  const clashes: AnnouncedField[] = [];
  const kept = announcedFields.flatMap((field): [AnnouncedField, string][] => {
    const [was, typed, stored] = [base[field], mine[field], theirs[field]];
    const same = typed === stored || typed === was;
    if (!same && stored !== was && !choices[field]) clashes.push(field);
    const takeMine = !same && (choices[field] ?? (stored === was ? "mine" : "theirs")) === "mine";
    const value = takeMine ? typed : stored;
    return value === undefined ? [] : [[field, value]];
  });
  return { merged: Object.fromEntries(kept), clashes };
}

/** The fields in which two announcements differ. */
export function changedFields(before: AnnouncedImport, after: AnnouncedImport): AnnouncedField[] {
  return announcedFields.filter((field) => before[field] !== after[field]);
}
