import type { Counts } from "./counts";

/** Tests that take too long for every change, by name; `npm run test:long` lists them. */
export const longSuites: ReadonlyMap<string, () => Promise<Counts>> = new Map();
