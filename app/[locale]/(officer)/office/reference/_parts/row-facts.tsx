import { referenceWords } from "./reference-words";
import { SummaryList } from "@/components/record/summary-list";
import { kinds } from "@/lib/amendments/kinds";
import type { Row } from "@/lib/amendments/row";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** Every field of a row, read back. */
export async function RowFacts({ kind, row }: { kind: ReferenceKind; row: Row }) {
  const words = await referenceWords();
  return (
    <SummaryList
      rows={kinds[kind].fields.map((field) => {
        const text = words.value(field, row[field.name] ?? null);
        const language = /(En|Fr)$/.exec(field.name)?.[1]?.toLowerCase();
        return {
          term: words.field(field.name),
          text: language ? (
            <span className="written" lang={`${language}-CA`}>
              {text}
            </span>
          ) : (
            text
          ),
        };
      })}
    />
  );
}
