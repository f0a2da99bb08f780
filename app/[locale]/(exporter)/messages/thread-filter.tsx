import { useTranslations } from "next-intl";
import { SearchChoice, SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { aboutKinds } from "@/lib/messages/schema";
import { threadViews, type ThreadFilter as Filter } from "@/lib/messages/schema-list";

/** Search and filters: a plain GET form, so that what it shows is the address. */
export function ThreadFilter({ filter }: { filter: Filter }) {
  const t = useTranslations("messages.filter");
  const about = useTranslations("messages.abouts");
  return (
    <SearchForm href="/messages" label={t("label")}>
      <SearchField name="q" label={t("text")} value={filter.q} wide />
      <SearchChoice
        name="view"
        label={t("view")}
        value={filter.view}
        options={threadViews.map((value) => ({ value, text: t(`views.${value}`) }))}
      />
      <SearchChoice
        name="about"
        label={t("about")}
        value={filter.about}
        options={[
          { value: "", text: t("anything") },
          ...aboutKinds.map((value) => ({ value, text: about(value) })),
        ]}
      />
      <div className="field">
        <button className="button button--secondary">{t("show")}</button>{" "}
        <PageLink href="/messages">{t("clear")}</PageLink>
      </div>
    </SearchForm>
  );
}
