import { fieldWords, inRow, type Say } from "@/components/record/field-words";
import type { Answers } from "@/lib/applications/answers";
import { fieldNow, isFieldOf } from "@/lib/applications/places";
import { sections } from "@/lib/applications/sections";

interface Asked {
  readonly section: string;
  readonly field: string | null;
  readonly rowId: string | null;
}

/** What a request is about: its section, and the field in the form as it is now. */
export function placeWords(answers: Answers, asked: Asked, say: Say): string {
  const known = sections.find((each) => each === asked.section);
  const section = known ? say(`sections.${known}`) : asked.section;
  if (asked.field === null) return section;
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
