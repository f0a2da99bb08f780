import type { Say } from "@/lib/applications/field-words";
import { fieldsToAsk } from "@/lib/applications/fields-to-ask";
import { placeWords } from "@/lib/applications/place-words";
import { placeIn } from "@/lib/applications/places";
import type { Snapshot } from "@/lib/applications/snapshot";
import { askableSections } from "@/lib/reviews/schema";
import { DocumentKind } from "@/prisma/generated/enums";

interface PlaceToAsk {
  readonly value: string;
  readonly section: string;
  /** As it is chosen: a closed list shows no heading, so that it says its section too. */
  readonly text: string;
  /** As the letter names it. */
  readonly named: string;
}

/** Everything that can be asked to change in what was submitted: sections, their fields, documents. */
export function placesToAsk(snapshot: Snapshot, say: Say): PlaceToAsk[] {
  return askableSections.flatMap((name) => {
    const section = say(`sections.${name}`);
    const place = (field: string | null, text?: string) => {
      const kept = { section: name, ...placeIn(snapshot, field) };
      const named = placeWords(snapshot, kept, say);
      const value = field === null ? name : `${name}:${field}`;
      return { value, section, text: text ?? named, named };
    };
    return [
      place(null, `${section} (${say("application.requests.whole")})`),
      ...fieldsToAsk(name, snapshot.answers).map((field) => place(field)),
      ...(name === "documents" ? documentsToAsk(snapshot, say).map((d) => place(...d)) : []),
    ];
  });
}

/** Each document that is there, then each kind that may be missing. */
function documentsToAsk({ documents }: Snapshot, say: Say): [field: string, text: string][] {
  const kind = (each: DocumentKind) => say(`documents.kinds.${each}`);
  return [
    ...documents.map((d): [string, string] => [`document.${d.id}`, `${kind(d.kind)} (${d.name})`]),
    ...Object.values(DocumentKind).map((each): [string, string] => [
      `documents.${each}`,
      say("application.requests.another", { kind: kind(each) }),
    ]),
  ];
}
