import { rmSync } from "node:fs";
import { z } from "zod";
import { readJson, writePrivateJson } from "@/scripts/private-file";

/** What an interrupted run had done, kept in a file: the next one goes on from there. Without a file it begins anew. */
export function doneBefore(file: string | undefined) {
  const names = new Set(file ? z.array(z.string()).safeParse(readJson(file)).data : []);
  return {
    has: (name: string) => names.has(name),
    add(name: string) {
      names.add(name);
      if (file) writePrivateJson(file, [...names]);
    },
    /** Everything is done: another run begins anew. */
    finish() {
      if (file) rmSync(file, { force: true });
    },
  };
}
