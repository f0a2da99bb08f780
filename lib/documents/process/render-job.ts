import { readFile, stat } from "node:fs/promises";
import { DOCUMENT_MAX_BYTES } from "@/lib/documents/limits";
import type { PageAsked, ShownType } from "@/lib/documents/render/page";
import { err, ok } from "@/lib/result";

/** A file on disk, what it was found to be when it was handed in, and the page that is wanted. */
export interface PageToRender {
  readonly path: string;
  readonly mediaType: ShownType;
  readonly asked: PageAsked;
}

/** The picture as base64: a job's answer is JSON. */
export async function render({ path, mediaType, asked }: PageToRender) {
  const { size } = await stat(path);
  if (size > DOCUMENT_MAX_BYTES) return err("tooLarge");
  // Only now: a process that inspects files has no use for what draws them.
  const { renderPage } = await import("@/lib/documents/render/render-page");
  const rendered = await renderPage(await readFile(path), mediaType, asked);
  if (!rendered.ok) return rendered;
  const { pages, text, picture } = rendered.value;
  if (!picture) return ok({ pages, text, picture });
  const { webp, ...measures } = picture;
  return ok({ pages, text, picture: { ...measures, webp: Buffer.from(webp).toString("base64") } });
}
