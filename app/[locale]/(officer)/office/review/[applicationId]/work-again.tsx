import { getTranslations } from "next-intl/server";
import { workLabels } from "./work-labels";
import { fieldId } from "@/components/form/field-id";
import type { FoundWork } from "@/lib/reviews/queries/find-work";

/** What was answered before and is asked again, each leading to its place; nothing where all stands. */
export async function WorkAgain({ work: { again, earlier } }: { work: FoundWork }) {
  if (again.length === 0) return null;
  const t = await getTranslations("office.review.work.again");
  const labels = await workLabels(again);
  return (
    <section className="need" aria-labelledby="again-title">
      <h2 id="again-title">{t("title")}</h2>
      <p>{earlier === null ? t("findings") : t("text", { version: String(earlier) })}</p>
      <ul>
        {again.map((field) => (
          <li key={field}>
            <a href={`#${fieldId(field)}`}>{labels[field]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
