import * as z from "zod";
import type { Answers } from "@/lib/applications/answers";
import { fieldIn, withLeaves, type Clashes } from "@/lib/applications/clashes";
import { draftAnswers } from "@/lib/applications/draft";
import type { Leaf } from "@/lib/applications/merge";
import type { Row } from "@/lib/applications/merge-rows";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import type { Section } from "@/lib/applications/sections";
import { kindOf, type FormSchema } from "@/lib/forms/parse-form";
import { showValue } from "@/lib/forms/show-form";
import type { Locale } from "@/lib/i18n/routing";

/** What travels in a section's form unseen: its text is limited, and influences its sender's own save only. */
export interface Drawn {
  /** Of the section, when the page was drawn. */
  readonly version: number;
  /** The answers from which the page was drawn; undefined where they did not come back whole. */
  readonly base: Row | undefined;
  /** The clashes between which the reader has still to choose. */
  readonly waiting: Clashes;
  /** The version of the section that they had seen when the first of those was found. */
  readonly since: number;
}

/** Well above the longest section, well below what a form may send. */
const longest = 100_000;

const leaf = z
  .union([z.string().max(5000), z.boolean(), z.array(z.string().max(5000)).max(100)])
  .nullable();
/** As answers are: texts, boxes and lists of texts, those of a party or a place together, and rows of all that. */
const answer = z.union([z.string(), z.boolean(), z.array(z.string())]);
const group = z.union([answer, z.record(z.string(), answer)]);
const rows = z.array(z.record(z.string(), group)).optional();
const baseSchema = z.object({ origins: rows, hsLines: rows }).catchall(group);
const waitingSchema = z.object({
  since: z.number(),
  fields: z.record(z.string().max(200), z.object({ base: leaf, mine: leaf, theirs: leaf })),
});

export function readDrawn(section: AnsweredSection, formData: FormData): Drawn {
  const base = readJson(formData.get("base"), baseSchema);
  const clashes = readJson(formData.get("clashes"), waitingSchema);
  const version = Number(formData.get("version"));
  return {
    version,
    since: clashes?.since ?? version,
    base: base && (draftAnswers(section, base) as Row),
    waiting: Object.fromEntries(
      Object.entries(clashes?.fields ?? {}).filter(([name]) => kindIn(section, name) !== undefined),
    ),
  };
}

function readJson<T>(text: FormDataEntryValue | null, schema: z.ZodType<T>): T | undefined {
  if (typeof text !== "string" || text === "" || text.length > longest) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** How the field of a clash is read, whatever row it is in. */
export function kindIn(section: AnsweredSection, name: string) {
  const form: FormSchema<unknown> = sectionForms[section];
  return kindOf(form, name.replace(/\[#[^\]]*\]/, "[0]"));
}

export const choiceName = (name: string) => `keep:${name}`;

/**
 * The form with each clash in it as its sender wants it: what they chose, or their own answer where they
 * have not chosen, and what that is compared with. A clash that waits goes on clashing. `changed` are the
 * fields whose text is another than on their page.
 */
export function withChoices(
  section: AnsweredSection,
  sent: FormData,
  { base, waiting }: Drawn,
  locale: Locale,
): { formData: FormData; base: Row | undefined; changed: Record<string, string> } {
  const formData = new FormData();
  for (const [name, value] of sent) formData.append(name, value);
  const seen: Record<string, Leaf | null> = {};
  const changed: Record<string, string> = {};
  const rowsOfForm = rowsInForm(section, sent);
  for (const [name, sides] of Object.entries(waiting)) {
    const kind = kindIn(section, name);
    const field = fieldIn(rowsOfForm, name);
    if (!kind || field === null) continue;
    const [mine, theirs] = [sides.mine, sides.theirs].map((side) => showValue(kind, side, locale));
    const typed = textIn(sent, field);
    // A press shows theirs in the field; while the page saves itself, the field still shows mine.
    const own = sameText(typed, theirs) ? (mine ?? "") : typed;
    const choice = sent.get(choiceName(name));
    const text = choice === "theirs" ? (theirs ?? "") : own;
    seen[name] = choice === "theirs" || choice === "mine" ? sides.theirs : sides.base;
    if (!sameText(typed, text)) changed[field] = text;
    if (kind === "flag" && text === "") formData.delete(field);
    else formData.set(field, text);
  }
  const none = Object.keys(seen).length === 0;
  return { formData, base: none ? base : withLeaves(base ?? {}, seen), changed };
}

/** The ids of the rows as the form numbers them, in the shape of answers. */
function rowsInForm(section: AnsweredSection, formData: FormData): Row {
  const rows: Record<string, Row[]> = {};
  for (const [name, value] of formData) {
    const [, array = "", index] = /^(\w+)\[(\d{1,3})\]\.id$/.exec(name) ?? [];
    if (index === undefined || typeof value !== "string" || !kindIn(section, name)) continue;
    const known = (rows[array] ??= []);
    while (known.length < Number(index)) known.push({});
    known[Number(index)] = { id: value };
  }
  return rows;
}

function textIn(formData: FormData, field: string): string {
  const value = formData.get(field);
  return typeof value === "string" ? value : "";
}

const sameText = (one: string, other = "") =>
  one.replace(/\r\n?/g, "\n").trim() === other.replace(/\r\n?/g, "\n").trim();

/** The version of the application that changed the section last; a section that nobody has changed is of the first. */
export function versionOfSection(
  { sectionVersions }: { sectionVersions: Partial<Record<Section, number>> },
  section: Section,
): number {
  return Math.max(1, sectionVersions[section] ?? 1);
}

/** The hidden fields of a form that shows these answers. */
export function drawnFields(
  answers: Answers[AnsweredSection] | Row,
  version: number,
  waiting: Clashes = {},
  since = version,
): { version: string; base: string; clashes: string } {
  const clashes = Object.keys(waiting).length > 0 ? { since, fields: waiting } : null;
  return {
    version: String(version),
    base: JSON.stringify(answers ?? {}),
    clashes: clashes ? JSON.stringify(clashes) : "",
  };
}
