import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RowHistory } from "./row-history";
import { KindNotFound } from "@/app/[locale]/(officer)/office/reference/_parts/kind-not-found";
import { ReferenceTrail } from "@/app/[locale]/(officer)/office/reference/_parts/reference-trail";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { RowFacts } from "@/app/[locale]/(officer)/office/reference/_parts/row-facts";
import { keyIn, rowHref } from "@/app/[locale]/(officer)/office/reference/_parts/row-href";
import { StandingTag } from "@/app/[locale]/(officer)/office/reference/_parts/standing-tag";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { mayPropose } from "@/lib/amendments/access";
import { kindNamed, kinds } from "@/lib/amendments/kinds";
import { findRow } from "@/lib/amendments/queries/find-row";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";

export const metadata: Metadata = { title: null };

/** A row of reference data today, and everything that was changed in it. */
export default async function RowPage({
  params,
}: PageProps<"/[locale]/office/reference/[kind]/row/[key]">) {
  const viewer = await requireOfficer();
  const asked = await params;
  const kind = kindNamed(asked.kind);
  const key = keyIn(asked.key);
  const today = todayInOttawa();
  const found = kind && (await findRow(viewer, kind, key, today));
  if (!kind || !found) return <KindNotFound />;
  const { row, newest, open, history } = found;
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  const title = words.row(kind, newest);
  const { versions, to } = kinds[kind];
  const proposes = mayPropose(viewer) && !open;
  const listed = row !== null && words.standing(kind, row, today) === "holds";
  return (
    <>
      <ReferenceTrail kind={kind} />
      <main id="main" className="o-page">
        <PageTitle title={title} />
        <h1>{title}</h1>
        {open ? (
          <p className="need">
            {t(open.immediate ? "row.openImmediate" : "row.open", { by: open.by })}{" "}
            <PageLink
              href={{
                pathname: "/office/reference/changes/[changeId]",
                params: { changeId: open.id },
              }}
            >
              {t("row.see")}
            </PageLink>
          </p>
        ) : null}
        <section className="box" aria-labelledby="now-title">
          <h2 id="now-title">{t("row.today", { day: words.date(today) })}</h2>
          {row ? (
            <>
              <p>
                <StandingTag stands={words.standing(kind, row, today)} /> {words.days(kind, row)}
              </p>
              <RowFacts kind={kind} row={row} />
            </>
          ) : (
            <p>{t("row.notYet")}</p>
          )}
          {proposes ? (
            <div className="actions">
              {versions ? (
                <PageLink
                  className="button"
                  href={{ pathname: "/office/reference/[kind]/new", params: { kind } }}
                >
                  {t("row.nextVersion")}
                </PageLink>
              ) : (
                <PageLink className="button" href={rowHref(kind, key, "/change")}>
                  {t("row.change")}
                </PageLink>
              )}
              {to && !newest[to] ? (
                <PageLink className="button button--secondary" href={rowHref(kind, key, "/end")}>
                  {t("row.end")}
                </PageLink>
              ) : null}
            </div>
          ) : null}
          {kind === "participants" && mayPropose(viewer) && listed && !open?.immediate ? (
            <p>
              <PageLink
                href={{
                  pathname: "/office/reference/participants/row/[key]/switch-off",
                  params: { key },
                }}
              >
                {t("row.switchOff")}
              </PageLink>
            </p>
          ) : null}
        </section>
        <RowHistory kind={kind} history={history} />
      </main>
    </>
  );
}
