import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { findSavedView } from "@/lib/reviews/queries/saved-views";
import { readQueue } from "@/lib/reviews/queue-filter";
import { savedViewLimits } from "@/lib/reviews/schema";
import { ViewWords } from "../view-words";
import { remove, rename } from "./actions";

export const metadata: Metadata = { title: null };

/** One of the officer's own views: another name, or away with it. */
export default async function SavedViewPage({ params }: { params: Promise<{ viewId: string }> }) {
  const viewer = await requireOfficer();
  const { viewId } = await params;
  const view = await findSavedView(viewer, viewId);
  if (!view) return <DeskNotFound />;
  const t = await getTranslations("office.savedViews");
  const queue = await getTranslations("office.queue");
  const title = t("change.title", { name: view.name });
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/office/queue", text: queue("title") },
          { href: "/office/queue/views", text: t("title") },
        ]}
      />
      <main id="main" className="o-page">
        <h1>{title}</h1>
        <p>
          <ViewWords filter={readQueue(view.query)} />
        </p>
        <PortalForm action={rename.bind(null, viewId)} title={await fullTitle(title)}>
          <TextField
            name="name"
            label={t("name")}
            value={view.name}
            required
            width="w-20"
            maxLength={savedViewLimits.name}
          />
          <div className="actions">
            <button className="button">{t("change.button")}</button>
            <PageLink className="button button--link" href="/office/queue/views">
              {t("back")}
            </PageLink>
          </div>
        </PortalForm>
        <form action={remove.bind(null, viewId)}>
          <p>{t("remove.text")}</p>
          <button className="button button--secondary button--no">{t("remove.button")}</button>
        </form>
      </main>
    </>
  );
}
