import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { addressHere, requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { listSavedViews } from "@/lib/reviews/queries/saved-views";
import { placeIn, printQueue, queueQuery, readQueue } from "@/lib/reviews/queue-filter";
import { savedViewLimits } from "@/lib/reviews/schema";
import { queueHref } from "../../_desk/place";
import { keepView } from "./actions";
import { ViewWords } from "./view-words";

export const metadata: Metadata = { title: null };

/** The officer's own views: the one they come from is kept here under a name, the others are changed. */
export default async function SavedViewsPage() {
  const viewer = await requireOfficer();
  const views = await listSavedViews(viewer);
  const place = placeIn(await addressHere());
  const t = await getTranslations("office.savedViews");
  const queue = await getTranslations("office.queue");
  const back = await queueHref();
  return (
    <>
      <Breadcrumbs trail={[{ href: back, text: queue("title") }]} />
      <main id="main" className="o-page">
        <h1>{t("title")}</h1>
        <p>{t("intro", { count: String(savedViewLimits.views) })}</p>
        <section className="box">
          <h2>{t("save.title")}</h2>
          <p>
            <ViewWords filter={place} />
          </p>
          <PortalForm
            action={keepView.bind(null, printQueue(place))}
            title={await fullTitle(t("title"))}
          >
            <TextField
              name="name"
              label={t("name")}
              hint={t("save.hint")}
              required
              width="w-20"
              maxLength={savedViewLimits.name}
            />
            <div className="actions">
              <button className="button">{t("save.button")}</button>
              <PageLink className="button button--link" href={back}>
                {t("back")}
              </PageLink>
            </div>
          </PortalForm>
        </section>
        <section className="box">
          <h2>{t("own")}</h2>
          {views.length === 0 ? <p>{t("none")}</p> : null}
          <dl className="ownviews">
            {views.map(({ id, name, query }) => (
              <div key={id}>
                <dt>
                  <PageLink
                    href={{ pathname: "/office/queue", query: queueQuery(readQueue(query)) }}
                  >
                    {name}
                  </PageLink>
                </dt>
                <dd>
                  <ViewWords filter={readQueue(query)} />{" "}
                  <PageLink
                    href={{ pathname: "/office/queue/views/[viewId]", params: { viewId: id } }}
                    aria-label={t("changeNamed", { name })}
                  >
                    {t("toChange")}
                  </PageLink>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
    </>
  );
}
