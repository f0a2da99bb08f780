import type messages from "@/messages/en.json";

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** A path into the `errors` messages; the compiler refuses one that does not exist. */
export type ErrorKey = Paths<(typeof messages)["errors"]>;

/** Marks a literal as the key of an error sentence. Keys ending in `.required` mean "not answered yet". */
export function errorKey<K extends ErrorKey>(key: K): K {
  return key;
}
