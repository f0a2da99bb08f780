import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookTable } from "./book-table";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { listBook } from "@/lib/exporters/queries/book";
import { findExporter } from "@/lib/exporters/queries/find";
import { getReference } from "@/lib/reference/queries";

export const metadata: Metadata = { title: null };

type Props = PageProps<"/[locale]/profile/[exporterId]/book">;

const kinds = ["consignee", "facility", "site"] as const;

/** Whom and what a profile has named in its applications, kept to be used again. */
export default async function BookPage({ params, searchParams }: Props) {
  const viewer = await requireExporter();
  const { exporterId } = await params;
  const { done } = await searchParams;
  const exporter = await findExporter(viewer, exporterId);
  if (!exporter) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations("book");
  const profile = await getTranslations("profile");
  const entries = await listBook(viewer, exporterId);
  const reference = await getReference(todayInOttawa());
  const mayRemove = profilesWith(viewer, "prepare").includes(exporterId);
  const back = { pathname: "/profile/[exporterId]", params: { exporterId } } as const;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/profile", text: profile("title") },
          { href: back, text: exporter.legalName },
        ]}
      />
      <main id="main" className="container">
        <PageTitle title={t("title")} />
        <p className="caption">{exporter.legalName}</p>
        <h1>{t("title")}</h1>
        {done === "removed" ? (
          <div className="notice notice--success" role="status">
            <h2>{t("removed")}</h2>
            <p>{t("removedText")}</p>
          </div>
        ) : done === "gone" ? (
          <div className="notice notice--warning" role="alert">
            <h2>{t("gone")}</h2>
          </div>
        ) : null}
        {entries.length === 0 ? (
          <div className="notice">
            <h2>{t("none.title")}</h2>
            <p>{t("none.text")}</p>
          </div>
        ) : (
          <>
            <p className="lede">{t("lede")}</p>
            {mayRemove ? null : <p>{t("readOnly")}</p>}
          </>
        )}
        {kinds.map((kind) => {
          const own = entries.filter((entry) => entry.kind === kind);
          if (own.length === 0) return null;
          return (
            <section key={kind}>
              <h2 id={kind}>{t(`kinds.${kind}`)}</h2>
              <BookTable {...{ kind, exporterId, entries: own, reference, mayRemove }} />
            </section>
          );
        })}
        <p className="actions">
          <PageLink className="button button--secondary" href={back}>
            {t("back")}
          </PageLink>
        </p>
      </main>
    </>
  );
}
