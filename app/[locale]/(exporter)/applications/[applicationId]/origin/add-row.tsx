import { useTranslations } from "next-intl";
import { categories } from "@/lib/applications/answers";
import { limits } from "@/lib/forms/limits";

/** A button for each category; what was typed is kept. */
export function AddRow({ count }: { count: number }) {
  const t = useTranslations("application.origin");
  const names = useTranslations("categories");
  if (count >= limits.origins) {
    return (
      <div className="notice" id="add">
        <h2>{t("add")}</h2>
        <p>{t("full")}</p>
      </div>
    );
  }
  return (
    <fieldset className="card card--wash" id="add" tabIndex={-1}>
      {/* The rule that asks for a first row points here. */}
      <legend id="origins">{count === 0 ? t("addFirst") : t("add")}</legend>
      <p className="soft">{count === 0 ? t("first") : t("kept")}</p>
      <p className="actions">
        {categories.map((category) => (
          <button
            key={category}
            className="button button--secondary button--small"
            name="intent"
            value={`add:${category}`}
          >
            {names(category)}
          </button>
        ))}
      </p>
    </fieldset>
  );
}
