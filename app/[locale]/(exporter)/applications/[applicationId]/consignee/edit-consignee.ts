import type { ConsigneeAnswers } from "@/lib/applications/answers";

/** The button that shows the countries of the destination keeps everything as typed. */
export function editConsignee(
  answers: ConsigneeAnswers,
  intent: string,
): { answers: ConsigneeAnswers; place: string } | null {
  return intent === "countries" ? { answers, place: "destination" } : null;
}
