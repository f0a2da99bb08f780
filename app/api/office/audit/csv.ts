import { getTranslations } from "next-intl/server";
import { entryWords } from "@/app/[locale]/(officer)/office/_desk/entry-words";
import type { AuditEntry } from "@/lib/audit/entries";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Locale } from "@/lib/i18n/routing";
import type { Cell } from "@/lib/tables/cell";
import { csvLines } from "@/lib/tables/csv";

const columns = [
  "entry",
  "when",
  "whenUtc",
  "who",
  "role",
  "what",
  "on",
  "change",
  "kind",
  "batch",
  "place",
  "hash",
] as const;

/** Entries as a file in the reader's words, with what proves each. */
export async function auditCsv(entries: AsyncIterable<AuditEntry>, locale: Locale) {
  const t = await getTranslations({ locale, namespace: "office.audit.download" });
  const saying = await entryWords(locale, { people: true });
  const times = formatterFor(locale);
  const text = (said: string | null | undefined): Cell => (said ? { text: said } : null);
  function row(entry: AuditEntry): Cell[] {
    const { who, role, what, on, from, to, more } = saying(entry);
    const change = [from && to ? `${from} → ${to}` : (from ?? to), more].filter(Boolean).join("; ");
    const { seal, at } = entry;
    return [
      { number: entry.id },
      text(`${times.dateTime(at, { dateStyle: "medium" })} ${times.time24(at)}`),
      text(at.toISOString()),
      text(who),
      text(role),
      text(what),
      text(on.map((record) => record.text).join(", ")),
      text(change),
      text(entry.kind),
      seal ? { number: seal.batch } : null,
      seal ? { number: String(seal.position) } : null,
      text(seal?.hash),
    ];
  }
  async function* rows() {
    for await (const entry of entries) yield row(entry);
  }
  const headers = columns.map((name) => t(`columns.${name}`));
  return { name: t("file"), lines: streamOf(csvLines(headers, rows())) };
}

/** Written as it is asked for: whoever reads slowly fills no memory. */
function streamOf(lines: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await lines.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await lines.return();
    },
  });
}
