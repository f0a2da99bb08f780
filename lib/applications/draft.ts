import { categories, type Answers, type OriginRow } from "@/lib/applications/answers";
import type { AnsweredSection } from "@/lib/applications/schema";

/** More rows than any form offers; what a form sends beyond is not kept. */
const mostRows = 60;

/**
 * A section's answers as `parseForm` understood them, fit to be stored though they may be incomplete:
 * the names are those of the form's schema already, and what chooses the shape of an answer (a row's
 * category, where the certificate goes) is one of the words there are, or is not kept.
 */
export function draftAnswers<S extends AnsweredSection>(
  section: S,
  draft: unknown,
): NonNullable<Answers[S]> {
  const kept: Answers = { [section]: draft };
  const { delivery, origin, goods } = kept;
  if (delivery && delivery.to !== "applicant" && delivery.to !== "exporter") kept.delivery = {};
  if (origin?.origins) kept.origin = { origins: origin.origins.slice(0, mostRows).filter(isRow) };
  if (goods?.hsLines) kept.goods = { ...goods, hsLines: goods.hsLines.slice(0, mostRows) };
  return kept[section] as NonNullable<Answers[S]>;
}

function isRow(row: OriginRow): boolean {
  return categories.includes(row.category) && typeof row.id === "string" && row.id.length <= 64;
}
