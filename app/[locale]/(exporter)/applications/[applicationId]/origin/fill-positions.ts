import { errorKey } from "@/lib/forms/error-key";
import { typedValues, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { readPosition } from "@/lib/forms/position";

/** The name of the field in which a row's position is typed whole. */
export const positionName = (row: number) => `origins[${row}].position`;

const problems = {
  unreadable: errorKey("origin.position.unreadable"),
  elsewhere: errorKey("origin.position.elsewhere"),
} as const;

/**
 * Puts positions that were typed whole into the degrees and minutes of their rows, whichever button was
 * pressed. What could not be read stands in the way of its own button and of going on.
 */
export function fillPositions(formData: FormData): { formData: FormData; problems: Problem[] } {
  if (isLanguagePress(formData)) return { formData, problems: [] };
  const filled = new FormData();
  for (const [name, value] of formData) filled.append(name, value);
  const intent = formData.get("intent");
  const found: Problem[] = [];
  for (const [name, value] of Object.entries(typedValues(formData))) {
    const row = /^origins\[(\d{1,3})\]\.position$/.exec(name)?.[1];
    if (row === undefined) continue;
    const asked = intent === `position:${row}`;
    if (value.trim() === "" && !asked) continue;
    const reading = readPosition(value);
    if (!reading.ok) {
      const params = { row: Number(row) + 1 };
      if (asked || intent === "next") {
        found.push({ field: name, key: problems[reading.problem], params });
      }
      continue;
    }
    for (const axis of ["latitude", "longitude"] as const) {
      for (const part of ["degrees", "minutes"] as const) {
        filled.set(`origins[${row}].${axis}.${part}`, reading[axis][part]);
      }
    }
    filled.delete(name);
  }
  return { formData: filled, problems: found };
}
