import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { inspectBytes } from "@/lib/documents/inspect/inspect";
import { documentProblems } from "@/lib/documents/problems";

const honest = path.join(import.meta.dirname, "honest");
const files = readdirSync(honest).map((name) => ({
  name,
  bytes: readFileSync(path.join(honest, name)),
}));

/** Some bytes of a file changed, doubled or cut out. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom("set", "cut", "double", "end", "fill"),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  length: fc.integer({ min: 1, max: 3000 }),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(file: Buffer, { at, kind, bytes, length }: Mutation): Buffer {
  const place = Math.floor(at * file.length);
  const [before, after] = [file.subarray(0, place), file.subarray(place)];
  switch (kind) {
    case "set":
      return Buffer.concat([before, bytes, after.subarray(bytes.length)]);
    case "fill":
      return Buffer.concat([before, Buffer.alloc(4, bytes[0]), after.subarray(4)]);
    case "cut":
      return Buffer.concat([before, after.subarray(length)]);
    case "double":
      return Buffer.concat([before, after.subarray(0, length), after]);
    case "end":
      return Buffer.from(before);
  }
}

it("answers whatever becomes of an honest file, soon and in little memory", async () => {
  const before = process.memoryUsage.rss();
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(mutation, { minLength: 1, maxLength: 5 }),
      async ({ name, bytes }, mutations) => {
        const file = mutations.reduce(mutated, bytes);
        const began = performance.now();
        const result = await inspectBytes(file, name);
        slowest = Math.max(slowest, performance.now() - began);
        if (!result.ok) expect(documentProblems).toContain(result.error);
      },
    ),
    { numRuns: 1500 },
  );
  expect(slowest).toBeLessThan(5000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 1024 * 1024);
});
