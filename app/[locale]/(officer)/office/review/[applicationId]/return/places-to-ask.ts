import { fieldWords, type Say } from "@/components/record/field-words";
import type { Answers } from "@/lib/applications/answers";
import { fieldsToAsk } from "@/lib/applications/fields-to-ask";
import { askableSections } from "@/lib/reviews/schema";

interface PlaceToAsk {
  readonly value: string;
  readonly section: string;
  /** Under the section's name, and by itself. */
  readonly inSection: string;
  readonly named: string;
}

/** Everything that can be asked to change in what was submitted: each section, and each of its fields. */
export function placesToAsk(answers: Answers, say: Say): PlaceToAsk[] {
  return askableSections.flatMap((name) => {
    const section = say(`sections.${name}`);
    const whole = say("application.requests.whole");
    return [
      { value: name, section, inSection: whole, named: section },
      ...fieldsToAsk(name, answers).map((field) => {
        const inSection = fieldWords(name, field, say);
        return { value: `${name}:${field}`, section, inSection, named: `${section}, ${inSection}` };
      }),
    ];
  });
}
