import { fieldWords, type Say } from "@/lib/applications/field-words";
import { fieldsToAsk } from "@/lib/applications/fields-to-ask";
import { placeWords } from "@/lib/applications/place-words";
import { placeIn } from "@/lib/applications/places";
import type { Snapshot } from "@/lib/applications/snapshot";
import { askableSections } from "@/lib/reviews/schema";
import { DocumentKind } from "@/prisma/generated/enums";

interface PlaceToAsk {
  readonly value: string;
  readonly section: string;
  /** Under the section's name, and by itself as the letter names it. */
  readonly inSection: string;
  readonly named: string;
}

/** Everything that can be asked to change in what was submitted: sections, their fields, documents. */
export function placesToAsk(snapshot: Snapshot, say: Say): PlaceToAsk[] {
  return askableSections.flatMap((name) => {
    const place = (field: string | null, inSection: string) => ({
      value: field === null ? name : `${name}:${field}`,
      section: say(`sections.${name}`),
      inSection,
      named: placeWords(snapshot, { section: name, ...placeIn(snapshot, field) }, say),
    });
    return [
      place(null, say("application.requests.whole")),
      ...fieldsToAsk(name, snapshot.answers).map((field) =>
        place(field, fieldWords(name, field, say)),
      ),
      ...(name === "documents" ? documentsToAsk(snapshot, say).map((d) => place(...d)) : []),
    ];
  });
}

/** Each document that is there, then each kind that may be missing. */
function documentsToAsk({ documents }: Snapshot, say: Say): [field: string, words: string][] {
  const kind = (each: DocumentKind) => say(`documents.kinds.${each}`);
  return [
    ...documents.map((d): [string, string] => [`document.${d.id}`, `${kind(d.kind)} (${d.name})`]),
    ...Object.values(DocumentKind).map((each): [string, string] => [
      `documents.${each}`,
      say("application.requests.another", { kind: kind(each) }),
    ]),
  ];
}
