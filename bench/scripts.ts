import { gzipSync } from "node:zlib";
import type { People } from "./data";

export interface ScriptFigures {
  readonly page: string;
  readonly gzip: number;
  readonly files: number;
}

/** The script that a first visit loads, as bytes after gzip. */
export async function scriptSizes(url: string, people: People): Promise<ScriptFigures[]> {
  const figures: ScriptFigures[] = [];
  for (const [page, path, cookie] of [
    ["home", "/en", ""],
    ["check", "/en/verify", ""],
    ["my applications", "/en/applications", people.exporter],
    ["new profile", "/en/profile/new", people.exporter],
    ["documents", `/en/applications/${people.drafts[0]}/documents`, people.exporter],
    ["queue", "/en/office/queue", people.reviewer.cookie],
  ] as const) {
    const html = await (await fetch(url + path, { headers: { cookie } })).text();
    const sources = new Set(
      [...html.matchAll(/<script\b([^>]*)>/g)]
        .filter(([, attributes]) => !/\bnomodule\b/i.test(attributes ?? ""))
        .flatMap(([, attributes]) => /\bsrc="([^"]+)"/.exec(attributes ?? "")?.[1] ?? []),
    );
    let gzip = 0;
    for (const source of sources) {
      const script = await (await fetch(new URL(source, url))).arrayBuffer();
      gzip += gzipSync(new Uint8Array(script)).length;
    }
    figures.push({ page, gzip, files: sources.size });
  }
  return figures;
}
