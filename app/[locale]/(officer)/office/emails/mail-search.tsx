import { useTranslations } from "next-intl";
import { SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { mailAddress, type MailFilter } from "@/lib/mail/schema-list";

/** By recipient, number or words of the subject, in the list that is open. */
export function MailSearch({ filter: { view, text } }: { filter: MailFilter }) {
  const t = useTranslations("office.emails.filter");
  return (
    <SearchForm href="/office/emails" label={t("label")}>
      {view === "all" ? null : <input type="hidden" name="view" value={view} />}
      <SearchField name="text" label={t("text")} value={text} wide />
      <div className="line line--c">
        <button className="button button--secondary">{t("show")}</button>
        <PageLink href={{ pathname: "/office/emails", query: mailAddress({ view }) }}>
          {t("clear")}
        </PageLink>
      </div>
    </SearchForm>
  );
}
