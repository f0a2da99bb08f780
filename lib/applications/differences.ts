import type { Answers, OriginRow } from "@/lib/applications/answers";
import { deriveOrigin } from "@/lib/applications/origin";
import type { Section } from "@/lib/applications/sections";
import type { Snapshot } from "@/lib/applications/snapshot";
import { pricePerCarat, totalsOf } from "@/lib/applications/totals";
import type { DocumentKind } from "@/prisma/generated/enums";

/** Two of these are compared: what was submitted, or what stands there now. */
export interface Compared {
  readonly applicant: {
    readonly legalName: string;
    readonly addressLines: readonly string[];
    readonly city: string;
    readonly province: string;
    readonly postalCode: string;
    readonly businessNumber: string | null;
  };
  readonly answers: Answers;
  readonly documents: readonly {
    readonly id: string;
    readonly kind: DocumentKind;
    readonly name: string;
  }[];
  readonly importCertificates: Snapshot["importCertificates"];
}

/** A stored answer; lines of an address and participants of origin together. */
export type Value = string | boolean | readonly string[];

export interface Difference {
  readonly section: Section;
  /** The name of the field in the section's form, or of what follows from the fields. */
  readonly field: string;
  /** Of an origin row, and whether the whole row came or went. */
  readonly row?: { readonly id: string; readonly kept: "added" | "removed" | "changed" };
  /** Of a document that was taken off; null of one that came. */
  readonly documentId?: string | null;
  readonly before: Value | null;
  readonly after: Value | null;
  /** Not typed: a price, a total, the country of origin, a fact of the profile. */
  readonly follows?: true;
}

/** Everything in which two versions differ, in the order of the sections. Moved rows are the same rows. */
export function differencesOf(before: Compared, after: Compared): Difference[] {
  const inForm = (section: "applicant" | "delivery" | "consignee" | "goods") =>
    compare(leavesOf(before.answers[section]), leavesOf(after.answers[section])).map((each) => ({
      section,
      ...each,
    }));
  return [
    ...follows("applicant", profileOf(before), profileOf(after)),
    ...inForm("applicant"),
    ...inForm("delivery"),
    ...inForm("consignee"),
    ...inRows(rowsOf(before), rowsOf(after)),
    ...follows("origin", totals(before), totals(after)),
    ...inForm("goods"),
    ...inDocuments(before.documents, after.documents),
  ];
}

type Leaves = ReadonlyMap<string, Value>;
type Change = Pick<Difference, "field" | "before" | "after">;

/** Every answer by its name; what is empty is not there. */
function leavesOf(value: unknown, name = ""): Map<string, Value> {
  const leaves = new Map<string, Value>();
  if (typeof value === "string" || typeof value === "boolean") {
    if (value !== "") leaves.set(name, value);
  } else if (name.endsWith("addressLines") && Array.isArray(value)) {
    if (value.length > 0) leaves.set(name, value as string[]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const path = Array.isArray(value) ? `${name}[${key}]` : name ? `${name}.${key}` : key;
      for (const [leaf, of] of leavesOf(inner, path)) leaves.set(leaf, of);
    }
  }
  return leaves;
}

function compare(before: Leaves, after: Leaves): Change[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((field) => {
    const [was, is] = [before.get(field) ?? null, after.get(field) ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }];
  });
}

function follows(section: Section, before: Leaves, after: Leaves): Difference[] {
  return compare(before, after).map((change) => ({ section, ...change, follows: true }));
}

const profileOf = ({ applicant }: Compared): Leaves => {
  const { legalName, addressLines, city, province, postalCode, businessNumber } = applicant;
  return new Map<string, Value>([
    ["profile.legalName", legalName],
    ["profile.address", [...addressLines, city, province, postalCode]],
    ...(businessNumber ? ([["profile.businessNumber", businessNumber]] as const) : []),
  ]);
};

const rowsOf = ({ answers }: Compared) => answers.origin?.origins ?? [];

function totals(compared: Compared): Leaves {
  const { carats, usd, usdPerCarat } = totalsOf(rowsOf(compared));
  const origin = deriveOrigin(rowsOf(compared), compared.importCertificates);
  const countries =
    origin.kind === "single"
      ? [origin.participant]
      : origin.kind === "mixed"
        ? origin.participants
        : origin.kind === "unknown"
          ? ["unknown"]
          : null;
  return new Map<string, Value>([
    ["total.carats", carats],
    ["total.usd", usd],
    ...(usdPerCarat ? ([["total.price", usdPerCarat]] as const) : []),
    ...(countries ? ([["total.origin", countries]] as const) : []),
  ]);
}

/** Rows are the same by their id, wherever they stand. */
function inRows(before: readonly OriginRow[], after: readonly OriginRow[]): Difference[] {
  const differences = (id: string, kept: "added" | "removed" | "changed") => {
    const [was, is] = [at(before, id), at(after, id)];
    const index = is.index < 0 ? was.index : is.index;
    const named = (change: Change, follows?: true): Difference => ({
      section: "origin",
      ...change,
      field: `origins[${index}].${change.field}`,
      row: { id, kept },
      ...(follows ? { follows } : {}),
    });
    return [
      ...compare(leavesOf(was.answers), leavesOf(is.answers)).map((change) => named(change)),
      ...(kept === "changed"
        ? compare(priceOf(was.answers), priceOf(is.answers)).map((change) => named(change, true))
        : []),
    ];
  };
  const kept = (id: string) => before.some((row) => row.id === id);
  const there = (id: string) => after.some((row) => row.id === id);
  return [
    ...after.flatMap(({ id }) => differences(id, kept(id) ? "changed" : "added")),
    ...before.flatMap(({ id }) => (there(id) ? [] : differences(id, "removed"))),
  ];
}

function at(rows: readonly OriginRow[], id: string) {
  const index = rows.findIndex((row) => row.id === id);
  const row: { carats?: string; usd?: string } | undefined = rows[index];
  return { index, answers: { ...row, id: undefined } };
}

function priceOf(row: Parameters<typeof pricePerCarat>[0]): Leaves {
  const price = pricePerCarat(row);
  return new Map(price ? [["price", price]] : []);
}

/** A file is never changed: it is attached or taken off. */
function inDocuments(before: Compared["documents"], after: Compared["documents"]): Difference[] {
  const without = (these: Compared["documents"], those: Compared["documents"]) =>
    these.filter(({ id }) => !those.some((other) => other.id === id));
  const field = ({ kind }: { kind: DocumentKind }) => `documents.${kind}`;
  return [
    ...without(before, after).map((document) => ({
      section: "documents" as const,
      field: field(document),
      documentId: document.id,
      before: document.name,
      after: null,
    })),
    ...without(after, before).map((document) => ({
      section: "documents" as const,
      field: field(document),
      documentId: null,
      before: null,
      after: document.name,
    })),
  ];
}

interface Asked {
  readonly section: string;
  readonly field: string | null;
  readonly rowId: string | null;
}

/** The requests that are about what has changed; null where it only follows. */
export function requestsFor<R extends Asked>(
  { section, field, row, documentId, follows }: Difference,
  requests: readonly R[],
): R[] | null {
  if (follows) return null;
  const inRow = field.replace(/^origins\[\d+\]\./, "");
  return requests.filter((request) => {
    if (request.section !== section) return false;
    if (request.field === null) return true;
    // One document was meant: that one is taken off, or another of its kind comes.
    if (documentId !== undefined && request.rowId !== null && request.field === field) {
      return documentId === request.rowId || documentId === null;
    }
    if (request.rowId !== null) return request.rowId === row?.id && request.field === inRow;
    return field === request.field || field.startsWith(`${request.field}[`);
  });
}

/** Whether one of the requests is about what has changed; null where it only follows. */
export function isAsked(difference: Difference, requests: readonly Asked[]): boolean | null {
  const found = requestsFor(difference, requests);
  return found && found.length > 0;
}
