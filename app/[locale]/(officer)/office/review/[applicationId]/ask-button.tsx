import { getTranslations } from "next-intl/server";
import type { AskableSection } from "@/lib/reviews/schema";

/** To the notice of deficiency with the section already chosen; what is typed here is kept first. */
export async function AskButton({ section }: { section: AskableSection }) {
  const t = await getTranslations("office.review.application");
  const sections = await getTranslations("sections");
  return (
    <button
      className="button button--link button--small ask"
      name="intent"
      value={`ask ${section}`}
      aria-label={t("askNamed", { section: sections(section) })}
    >
      {t("ask")}
    </button>
  );
}
