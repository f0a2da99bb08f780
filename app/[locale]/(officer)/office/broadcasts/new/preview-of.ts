import { createHash } from "node:crypto";
import { paragraphsOf } from "@/lib/broadcasts/paragraphs";
import type { NewBroadcast } from "@/lib/broadcasts/schema";
import { oneLine } from "@/lib/mail/one-line";
import type { BroadcastFormState } from "./form-state";

type Preview = NonNullable<BroadcastFormState["preview"]>;

/** By what it is recognized that the same is planned that was looked at. */
export const markOf = (written: NewBroadcast): string =>
  createHash("sha256").update(JSON.stringify(written)).digest("hex");

export function previewOf(written: NewBroadcast, exporters: readonly string[], at: Date): Preview {
  const { titleEn, textEn, titleFr, textFr, urgent, everybody, shownFrom, shownUntil } = written;
  return {
    en: { title: oneLine(titleEn), paragraphs: paragraphsOf(textEn) },
    fr: { title: oneLine(titleFr), paragraphs: paragraphsOf(textFr) },
    urgent,
    exporters: everybody ? null : exporters,
    from: shownFrom > at ? shownFrom.toISOString() : null,
    until: shownUntil.toISOString(),
    seen: markOf(written),
  };
}
