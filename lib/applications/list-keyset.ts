import "server-only";
import type { ListKey, ListSort } from "@/lib/applications/schema-list";
import { readPlace } from "@/lib/place";
import { isUuid } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

const columns = {
  changed: "updatedAt",
  number: "number",
  submitted: "submittedAt",
  carats: "statedCarats",
  value: "statedUsd",
} as const satisfies Record<ListKey, keyof Prisma.ApplicationWhereInput>;

const mayBeMissing: readonly ListKey[] = ["number", "submitted"];

interface Place {
  readonly value: Date | string | null;
  readonly id: string;
}

type Placed = { id: string } & Record<
  (typeof columns)[ListKey],
  { toFixed(places: number): string } | string | Date | null
>;

const parts = (sort: ListSort) => sort.split(".") as [ListKey, "asc" | "desc"];
const turned = { asc: "desc", desc: "asc" } as const;

/** The order of a sort, or its mirror image for going back. What is missing counts as the lowest. */
export function orderOf(
  sort: ListSort,
  backwards: boolean,
): Prisma.ApplicationOrderByWithRelationInput[] {
  const [key, said] = parts(sort);
  const direction = backwards ? turned[said] : said;
  const nulls = direction === "desc" ? "last" : "first";
  return [
    { [columns[key]]: mayBeMissing.includes(key) ? { sort: direction, nulls } : direction },
    { id: direction },
  ];
}

/** Where a row stands in the order of a sort, as the address carries it. */
export function placeOf(sort: ListSort, row: Placed): string {
  const value = row[columns[parts(sort)[0]]];
  const said =
    value instanceof Date
      ? value.toISOString()
      : typeof value === "string"
        ? value
        : (value?.toFixed(2) ?? "");
  return `${said}~${row.id}`;
}

/** What comes after that place, or before it. A place that somebody tampered with is none. */
export function beyond(
  sort: ListSort,
  place: string,
  backwards: boolean,
): Prisma.ApplicationWhereInput | null {
  const [key, said] = parts(sort);
  const column = columns[key];
  const found = placeIn(key, place);
  if (!found) return null;
  const down = (backwards ? turned[said] : said) === "desc";
  const { value, id } = found;
  const where = (condition: object) => condition as Prisma.ApplicationWhereInput;
  const further = where({ [column]: down ? { lt: value } : { gt: value } });
  const tied = where({ [column]: value, id: down ? { lt: id } : { gt: id } });
  const missing = where({ [column]: null });
  if (value === null) return down ? tied : { OR: [tied, { NOT: missing }] };
  if (mayBeMissing.includes(key)) return { OR: [further, tied, ...(down ? [missing] : [])] };
  // The bound alone lets the index begin at the place.
  const bound = where({ [column]: down ? { lte: value } : { gte: value } });
  return { ...bound, OR: [further, tied] };
}

/** The letters of a number and the digits of a sum: others are no column's value. */
const shapes = {
  number: /^[\w-]{0,20}$/,
  carats: /^-?\d{1,28}(\.\d{1,2})?$/,
  value: /^-?\d{1,28}(\.\d{1,2})?$/,
};

function placeIn(key: ListKey, text: string): Place | null {
  if (key === "changed" || key === "submitted") {
    const place = readPlace(text);
    return place && (place.at || key === "submitted") ? { value: place.at, id: place.id } : null;
  }
  const [said = "", id = ""] = text.split("~");
  if (!shapes[key].test(said) || !isUuid(id)) return null;
  return { value: said === "" ? null : said, id };
}
