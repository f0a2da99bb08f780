import "server-only";
import { getTranslations } from "next-intl/server";
import { questions, readings } from "@/lib/reviews/checklist";
import { acceptedSections, ruleOf } from "@/lib/reviews/work";

/** What the fields of a review's work are called, by their names. */
export async function workLabels(fields: readonly string[]): Promise<Record<string, string>> {
  const t = await getTranslations("office.review.work.field");
  const sections = await getTranslations("sections");
  function label(field: string): string {
    const rule = ruleOf(field);
    if (rule) return t(field.startsWith("note") ? "note" : "decision", { rule });
    const asked = [...questions, ...readings].find((name) => name === field);
    if (asked) return t(asked);
    const reading = readings.find((name) => field === `${name}Why`);
    if (reading) return t("why", { reading: t(reading) });
    const section = acceptedSections.find((name) => field === `section-${name}`);
    return section ? t("section", { section: sections(section) }) : t("reasons");
  }
  return Object.fromEntries(fields.map((field) => [field, label(field)]));
}
