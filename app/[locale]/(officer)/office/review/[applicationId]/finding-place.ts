import type { Answers } from "@/lib/applications/answers";
import { fieldsToAsk } from "@/lib/applications/fields-to-ask";
import type { Finding } from "@/lib/applications/rules/rule";

/** Where a change can be asked about a finding: its field, or the section where it has none of its own. */
export function findingPlace({ section, field }: Finding, answers: Answers): string {
  if (field === null) return section;
  // Of the documents a finding names the kind.
  if (section === "documents") return `documents:documents.${field}`;
  return fieldsToAsk(section, answers).includes(field) ? `${section}:${field}` : section;
}
