import { createInflate, inflateSync } from "node:zlib";
import { valuesOf, type PdfDictionary } from "./pdf-objects";

/** What all streams of a file together may inflate to: a hundred pages in colour, without compression. */
const INFLATED_MAX = 1024 * 1024 * 1024;
/** Below it the quick way, which needs the memory for it. */
const QUICK_MAX = 16 * 1024 * 1024;

/** The names of a stream's filters, or null where they are told in a way that nobody writes. */
export function filtersOf(dictionary: PdfDictionary): string[] | null {
  const names = valuesOf(dictionary, "Filter").flatMap((value) =>
    value.kind === "array" ? value.items : [value],
  );
  const filters = names.map((value) => (value.kind === "name" ? long(value.name) : null));
  return filters.includes(null) ? null : (filters as string[]);
}

const long = (name: string) => (name === "Fl" ? "FlateDecode" : name);

/** Counts what streams inflate to, and keeps nothing of it. */
export class InflationBudget {
  #left = INFLATED_MAX;

  /** Whether there was room for what this inflates to. */
  async take(data: Uint8Array): Promise<boolean> {
    try {
      this.#left -= inflateSync(data, { maxOutputLength: QUICK_MAX, finishFlush }).length;
    } catch (error) {
      if (error instanceof RangeError) this.#left -= await inflatedLength(data, this.#left);
    }
    return this.#left >= 0;
  }
}

/** Streams that are cut short inflate as far as they go. */
const finishFlush = 2;

async function inflatedLength(data: Uint8Array, limit: number): Promise<number> {
  const inflating = createInflate({ chunkSize: 1024 * 1024, finishFlush });
  let length = 0;
  inflating.end(data);
  try {
    for await (const chunk of inflating) {
      length += (chunk as Buffer).length;
      if (length > limit) break;
    }
  } catch {
    // What is no proper packing comes to an end here, for viewers too.
  }
  return length;
}

/** The content of a stream that holds objects, or null where it is not packed as those are. */
export function objectStream(dictionary: PdfDictionary, data: Uint8Array): Uint8Array | null {
  const filters = filtersOf(dictionary);
  if (!filters || valuesOf(dictionary, "DecodeParms").length > 0) return null;
  if (filters.length === 0) return data;
  if (filters.length > 1 || filters[0] !== "FlateDecode") return null;
  try {
    return inflateSync(data, { maxOutputLength: 4 * QUICK_MAX, finishFlush });
  } catch {
    return null;
  }
}
