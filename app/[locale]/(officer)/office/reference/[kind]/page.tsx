import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { KindNotFound } from "../_parts/kind-not-found";
import { KindTabs } from "../_parts/kind-tabs";
import { KindFilter } from "./kind-filter";
import { RowTable } from "./row-table";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { mayPropose } from "@/lib/amendments/access";
import { kindNamed } from "@/lib/amendments/kinds";
import { listKindRows } from "@/lib/amendments/queries/list-kind";
import { listForm } from "@/lib/amendments/schema";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { readDate } from "@/lib/forms/dates";

export const metadata: Metadata = { title: null };

/** The rows of a kind, as the office has them on any day. */
export default async function KindPage({
  params,
  searchParams,
}: PageProps<"/[locale]/office/reference/[kind]">) {
  const viewer = await requireOfficer();
  const kind = kindNamed((await params).kind);
  if (!kind) return <KindNotFound />;
  const filter = listForm.parse(await searchParams);
  const read = readDate(filter.on);
  const on = read.ok ? read.value : todayInOttawa();
  const locale = await getLocale();
  const rows = await listKindRows(viewer, kind, { on, text: filter.text, locale });
  const t = await getTranslations("office.reference");
  const title = t(`kinds.${kind}.title`);
  const to = { params: { kind } };
  const download = `/api/reference/${kind}?${new URLSearchParams({ on, locale }).toString()}`;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/reference", text: t("title") }]} />
      <main id="main" className="o-page">
        <PageTitle title={title} />
        <h1>{title}</h1>
        <KindTabs kind={kind} />
        <p>{t(`kinds.${kind}.text`)}</p>
        {filter.on && !read.ok ? (
          <p className="need" role="alert">
            {t("notADay")}
          </p>
        ) : null}
        <KindFilter kind={kind} on={on} text={filter.text} />
        <p className="line line--c">
          {mayPropose(viewer) ? (
            <>
              <PageLink
                className="button"
                href={{ pathname: "/office/reference/[kind]/new", ...to }}
              >
                {t("add")}
              </PageLink>
              <PageLink href={{ pathname: "/office/reference/[kind]/import", ...to }}>
                {t("import")}
              </PageLink>
            </>
          ) : null}
          <a href={download} download="">
            {t("download")}
          </a>
        </p>
        {rows.length > 0 ? (
          <RowTable kind={kind} rows={rows} on={on} />
        ) : (
          <div className="note">
            <h2>{t("empty.title")}</h2>
            <p>{t(filter.text ? "empty.search" : "empty.text")}</p>
          </div>
        )}
      </main>
    </>
  );
}
