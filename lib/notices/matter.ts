import type { Notice } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";

/** What a notice is about, in a few words: a number, else the name of whom it concerns; null where it is general. */
export function matterOf({ data }: Notice): string | null {
  if ("certificateNumber" in data) return oneLine(data.certificateNumber);
  if ("number" in data && data.number) return oneLine(data.number);
  const name = "exporter" in data ? data.exporter : undefined;
  return name ? oneLine(name) : null;
}
