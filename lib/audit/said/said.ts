import type { EventKind, EventOf } from "@/lib/events/event";
import type { ApplicationStatus } from "@/prisma/generated/enums";
import type messages from "@/messages/en.json";

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

export type Key = Paths<(typeof messages)["audit"]>;
export type Values = Readonly<Record<string, string | number>>;

/** What a sentence needs of the reader's language, and of what the entry only names by its id. */
export interface Words {
  readonly t: (key: Key, values?: Values) => string;
  readonly status: (status: ApplicationStatus) => string;
  readonly section: (section: string) => string;
  readonly role: (role: string) => string;
  readonly permission: (permission: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly day: (iso: string) => string;
  readonly carats: (decimal: string) => string;
  readonly usd: (decimal: string) => string;
  /** The names behind the ids in `from` and `to`. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What somebody did, as the rest of a sentence that begins with their name; and what became different. */
export interface Said {
  readonly what: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly more?: string | null;
}

/** A sentence for each kind: a kind without one does not compile. */
export type Sentences<K extends EventKind> = {
  [Each in K]: (event: Pick<EventOf<Each>, "kind" | "data">, words: Words) => Said;
};

/** A kind of which nothing more is said. */
export const only =
  (key: Key) =>
  (_event: unknown, { t }: Words): Said => ({ what: t(key) });

/** The changed fields by their names; one without a name is called as the code calls it. */
export function fieldsChanged(fields: readonly string[], { t, list }: Words): string {
  return t("change.fields", { list: list(fields.map((field) => fieldName(field, t))) });
}

function fieldName(field: string, t: Words["t"]): string {
  return isNamed(field) ? t(`fields.${field}`) : field;
}

type Field = Extract<Key, `fields.${string}`> extends `fields.${infer F}` ? F : never;
const namedFields: Readonly<Record<Field, true>> = {
  firstName: true,
  lastName: true,
  organization: true,
  title: true,
  titleFr: true,
  phone: true,
  language: true,
  notices: true,
  email: true,
  legalName: true,
  addressLines: true,
  city: true,
  province: true,
  postalCode: true,
  businessNumber: true,
  issuer: true,
  number: true,
  importedOn: true,
  note: true,
};
const isNamed = (field: string): field is Field => field in namedFields;
