import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The files under the given files and folders, in a stable order; hidden ones are left out, addresses are not. */
export function filesUnder(
  places: readonly string[],
  skip: (file: string) => boolean = () => false,
): string[] {
  const found: string[] = [];
  const visit = (place: string) => {
    if (skip(place)) return;
    const entry = statSync(place, { throwIfNoEntry: false });
    if (entry?.isFile()) found.push(place);
    else if (entry?.isDirectory()) {
      for (const name of readdirSync(place))
        if (!name.startsWith(".") || name === ".well-known") visit(path.join(place, name));
    }
  };
  for (const place of places) visit(place);
  return found.sort();
}

/** Changes when a file's name or content changes. */
export function fingerprint(files: readonly string[], ...more: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const content = createHash("sha256").update(readFileSync(file)).digest("hex");
    hash.update(`${file.split(path.sep).join("/")}\0${content}\n`);
  }
  for (const text of more) hash.update(`${text}\n`);
  return hash.digest("hex");
}
