import { getTranslations } from "next-intl/server";
import { SearchChoice, SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { inboxAbouts, inboxQuery, type InboxFilter } from "@/lib/messages/inbox-filter";

/** Which conversations are listed: a plain GET form, so that it is in the address. */
export async function InboxSearch({ filter }: { filter: InboxFilter }) {
  const t = await getTranslations("office.inbox.filter");
  const { view, about, q } = filter;
  return (
    <SearchForm href="/office/inbox" label={t("label")}>
      {view === "waiting" ? null : <input type="hidden" name="view" value={view} />}
      <SearchField name="q" label={t("words")} value={q} />
      <SearchChoice
        name="about"
        label={t("about")}
        value={about}
        options={[
          { value: "", text: t("anything") },
          ...inboxAbouts.map((value) => ({ value, text: t(`abouts.${value}`) })),
        ]}
      />
      <div className="line line--c">
        <button className="button button--secondary">{t("show")}</button>
        {q || about ? (
          <PageLink
            href={{
              pathname: "/office/inbox",
              query: inboxQuery({ view, about: "", q: "", after: "" }),
            }}
          >
            {t("clear")}
          </PageLink>
        ) : null}
      </div>
    </SearchForm>
  );
}
