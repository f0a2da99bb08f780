import { readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

type File = { bytes: Buffer; type: string };

function load(): ReadonlyMap<string, File> {
  const files = new Map<string, File>();
  const add = (address: string, path: string, type: string) =>
    files.set(address, { bytes: readFileSync(join(root, path)), type });
  add("/look.css", "gckey/look.css", "text/css; charset=utf-8");
  add("/live-checklist.js", "gckey/live-checklist.js", "text/javascript; charset=utf-8");
  add("/icons/danger.svg", "public/icons/danger.svg", "image/svg+xml");
  add("/icons/success.svg", "public/icons/success.svg", "image/svg+xml");
  for (const name of readdirSync(join(root, "public/fonts"))) {
    add(`/fonts/${name}`, `public/fonts/${name}`, "font/woff2");
  }
  return files;
}

/** The few files the pages need, read once; nothing else on the disk can be asked for. */
export function staticFiles() {
  const files = load();
  return (address: string, response: ServerResponse): boolean => {
    const file = files.get(address);
    if (!file) return false;
    response.writeHead(200, {
      "Content-Type": file.type,
      "Content-Length": String(file.bytes.length),
      "Cache-Control": "public, max-age=3600",
    });
    response.end(file.bytes);
    return true;
  };
}
