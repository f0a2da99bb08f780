import * as z from "zod";
import { categories } from "@/lib/applications/answers";
import { searched } from "@/lib/forms/search-text";
import { shortest } from "@/lib/forms/shortest";
import { isUuid } from "@/lib/row-id";

/*
 * What the address of the queue says. Anything that cannot be understood counts as not said, and the same
 * is always said alike, so that addresses can be kept and compared.
 */

export const queueStates = [
  "open",
  "submitted",
  "in_review",
  "recommended",
  "returned",
  "closed",
] as const;
export type QueueState = (typeof queueStates)[number];
/** An officer can also be named by id. */
export const queueOfficers = ["anyone", "me", "nobody"] as const;
export const queueRisks = ["noted", "high"] as const;
/** How long ago it was received: within a day, or more than one business day, a week or 30 days. */
export const queueAges = ["day", "businessDay", "week", "month"] as const;
/** The subheadings of rough diamonds. */
export const queueSubheadings = ["7102.10", "7102.21", "7102.31"] as const;

export const queueKeys = ["due", "received", "exporter", "carats", "usd"] as const;
export type QueueKey = (typeof queueKeys)[number];
export type QueueSort = `${QueueKey}.${"asc" | "desc"}`;
export const queueSorts = queueKeys.flatMap(
  (key) => [`${key}.asc`, `${key}.desc`] as const,
) satisfies QueueSort[];

/** Of what is open the first that is due, of what is closed the newest. */
const standingSort = (state: QueueState): QueueSort =>
  state === "closed" ? "received.desc" : "due.asc";

const oneOf = <T extends string>(values: readonly T[]) =>
  z.enum(values).or(z.literal("")).catch("");
const id = z.string().refine(isUuid).catch("");

export const queueFilter = z
  .object({
    state: z.enum(queueStates).catch("open"),
    officer: z.enum(queueOfficers).or(z.string().refine(isUuid)).catch("anyone"),
    /** Part of the name, as typed. */
    exporter: searched(),
    exporterId: id,
    destination: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .catch(""),
    category: oneOf(categories),
    subheading: oneOf(queueSubheadings),
    risk: oneOf(queueRisks),
    age: oneOf(queueAges),
    text: searched(),
    sort: oneOf(queueSorts),
    after: z.string().max(200).catch(""),
  })
  .transform(({ sort, ...said }) => ({ ...said, sort: sort || standingSort(said.state) }));
export type QueueFilter = z.infer<typeof queueFilter>;

/** The same as the shortest query: what is not said, or goes without saying, is left out. */
export const queueQuery = (filter: QueueFilter) =>
  shortest(filter, { state: "open", officer: "anyone", sort: standingSort(filter.state) });

/** A query as one text, without what is before it: of "all mine by value" `officer=me&sort=usd.desc`. */
export const printQueue = (filter: QueueFilter): string =>
  new URLSearchParams(queueQuery(filter)).toString();

export const readQueue = (query: string): QueueFilter =>
  queueFilter.parse(Object.fromEntries(new URLSearchParams(query)));

/** Its first page. */
export const viewOf = (filter: QueueFilter): QueueFilter => ({ ...filter, after: "" });

/** The views that everybody needs. */
export const fixedViews = {
  due: "",
  mine: "officer=me",
  nobody: "officer=nobody",
  exporter: "state=returned",
  closed: "state=closed",
} as const;
export type FixedView = keyof typeof fixedViews;

/**
 * The place in the queue from which somebody came to a page, as its address carries it: `?from=…`. It is only
 * ever read as a filter, so that it leads nowhere else.
 */
export function placeIn(address: string): QueueFilter {
  const from = new URLSearchParams(address.slice(address.indexOf("?") + 1)).get("from");
  return readQueue(from ?? "");
}

/** What a link adds to carry the place on. */
export function carried(place: QueueFilter): { from?: string } {
  const from = printQueue(place);
  return from === "" ? {} : { from };
}
