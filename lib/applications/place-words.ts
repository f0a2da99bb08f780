import { fieldWords, inRow, type Say } from "@/lib/applications/field-words";
import type { Answers } from "@/lib/applications/answers";
import { fieldNow, isFieldOf, kindIn } from "@/lib/applications/places";
import { sections } from "@/lib/applications/sections";

interface Asked {
  readonly section: string;
  readonly field: string | null;
  readonly rowId: string | null;
}

interface Now {
  readonly answers: Answers;
  readonly documents: readonly { readonly id: string; readonly name: string }[];
}

/** What a request is about: its section, and the field or the document as it is now. */
export function placeWords({ answers, documents }: Now, asked: Asked, say: Say): string {
  const known = sections.find((each) => each === asked.section);
  const section = known ? say(`sections.${known}`) : asked.section;
  if (asked.field === null) return section;
  if (kindIn(asked.field) && asked.rowId !== null) {
    const name = documents.find(({ id }) => id === asked.rowId)?.name;
    const kind = fieldWords(asked.section, asked.field, say);
    return `${section}, ${kind}${name ? ` (${name})` : `. ${say("application.requests.fileGone")}`}`;
  }
  const field = fieldNow(answers, asked);
  const words = field
    ? fieldWords(asked.section, field, say)
    : `${inRow(asked.field, say) ?? asked.field}. ${say("application.requests.rowGone")}`;
  return `${section}, ${words}`;
}

/** The name of the form's field that a request is about; null where it is about the whole section. */
export function fieldAsked(answers: Answers, asked: Asked): string | null {
  const field = fieldNow(answers, asked);
  return field !== null && isFieldOf(asked.section, field) ? field : null;
}
