import type { Sentences, Words } from "@/lib/audit/said/said";
import type { EventKind } from "@/lib/events/event";
import type { ReferenceKind } from "@/prisma/generated/enums";

type OfReference = Extract<EventKind, `reference.${string}`>;

/** About the reference data that administrators keep. */
export const reference: Sentences<OfReference> = {
  "reference.proposed": ({ data }, words) => ({
    what: words.t(data.immediate ? "said.reference.switchedOff" : "said.reference.proposed"),
    to: rowsOf(data, words),
    more: data.source,
  }),
  "reference.confirmed": ({ data }, words) => ({
    what: words.t("said.reference.confirmed"),
    to: rowsOf(data, words),
  }),
  "reference.refused": ({ data }, words) => ({
    what: words.t("said.reference.refused"),
    to: rowsOf(data, words),
    more: data.answer,
  }),
  "reference.takenBack": ({ data }, words) => ({
    what: words.t("said.reference.takenBack"),
    to: rowsOf(data, words),
  }),
};

interface Rows {
  readonly referenceKind: ReferenceKind;
  readonly keys: readonly string[];
  readonly rows: number;
  readonly from: string;
}

/** Which rows, of many the first, and from when. */
function rowsOf({ referenceKind, keys, rows, from }: Rows, { t, list, day }: Words): string {
  const named =
    rows > keys.length ? [...keys, t("change.more", { count: rows - keys.length })] : keys;
  return t("change.reference", { kind: referenceKind, rows: list(named), from: day(from) });
}
