import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { proposeRow } from "./actions";
import { KindNotFound } from "@/app/[locale]/(officer)/office/reference/_parts/kind-not-found";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { RowFields } from "@/app/[locale]/(officer)/office/reference/_parts/row-fields";
import { WhyFields } from "@/app/[locale]/(officer)/office/reference/_parts/why-fields";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { kindNamed } from "@/lib/amendments/kinds";
import { asksDay } from "@/lib/amendments/schema";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { fullTitle } from "@/lib/i18n/full-title";

export const metadata: Metadata = { title: null };

/** Proposes a new row. */
export default async function NewRowPage({
  params,
}: PageProps<"/[locale]/office/reference/[kind]/new">) {
  const viewer = await requireOfficer("administrator");
  const kind = kindNamed((await params).kind);
  if (!kind) return <KindNotFound />;
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  const title = t("new.title", { kind: words.kind(kind) });
  const list = { pathname: "/office/reference/[kind]", params: { kind } } as const;
  const today = words.date(todayInOttawa());
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/office/reference", text: t("title") },
          { href: list, text: words.kind(kind) },
        ]}
      />
      <main id="main" className="o-page">
        <h1>{title}</h1>
        <p>{t("second")}</p>
        <PortalForm action={proposeRow.bind(null, kind)} title={await fullTitle(title)}>
          <HiddenField name="person" value={viewer.userId} />
          <RowFields kind={kind} row={null} />
          <WhyFields day={asksDay(kind, true) ? today : null} />
          <div className="actions">
            <button className="button">{t("propose")}</button>
            <PageLink className="button button--link" href={list}>
              {t("back")}
            </PageLink>
          </div>
        </PortalForm>
      </main>
    </>
  );
}
