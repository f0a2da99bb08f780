import { useLocale, useTranslations } from "next-intl";
import { SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { showDate } from "@/lib/forms/dates";
import type { ReferenceKind } from "@/prisma/generated/enums";

interface Props {
  kind: ReferenceKind;
  on: string;
  text: string;
}

/** On which day, and what to look for. */
export function KindFilter({ kind, on, text }: Props) {
  const t = useTranslations("office.reference.filter");
  const locale = useLocale();
  const here = { pathname: "/office/reference/[kind]", params: { kind } } as const;
  return (
    <SearchForm href={here} label={t("label")}>
      <SearchField name="on" label={t("on")} value={showDate(on, locale)} />
      <SearchField name="text" label={t("text")} value={text} />
      <div className="line line--c">
        <button className="button button--secondary">{t("show")}</button>
        <PageLink href={here}>{t("clear")}</PageLink>
      </div>
    </SearchForm>
  );
}
