import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Everything that the parts of the portal under test have logged, by file. */
export function portalLogs(): ReadonlyMap<string, string> {
  const folder = process.env["E2E_DATA"] ?? "";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".log"))
    .map((name) => path.join(folder, name));
  return new Map(files.map((file) => [file, readFileSync(file, "latin1")]));
}
