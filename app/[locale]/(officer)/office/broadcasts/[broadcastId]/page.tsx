import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BothLanguages } from "@/app/[locale]/(officer)/office/broadcasts/both-languages";
import { BroadcastStateTag, UrgentTag } from "@/app/[locale]/(officer)/office/broadcasts/state-tag";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { RefusedPress } from "@/components/form/refused-press";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { announces } from "@/lib/broadcasts/access";
import { paragraphsOf } from "@/lib/broadcasts/paragraphs";
import { findBroadcast } from "@/lib/broadcasts/queries";
import { fullTitle } from "@/lib/i18n/full-title";
import { takeBackBroadcast } from "./actions";
import { BroadcastFacts } from "./broadcast-facts";
import { TakeBackForm } from "./take-back-form";

export const metadata: Metadata = { title: null };

/** One announcement: what it says, when and to whom, how many were told; an administrator takes it back. */
export default async function BroadcastPage({
  params,
}: PageProps<"/[locale]/office/broadcasts/[broadcastId]">) {
  const viewer = await requireOfficer();
  const { broadcastId } = await params;
  const found = await findBroadcast(viewer, broadcastId);
  const t = await getTranslations("office.broadcasts");
  if (!found) {
    return (
      <main id="main" className="o-page">
        <RecordNotFound back={<PageLink href="/office/broadcasts">{t("title")}</PageLink>} />
      </main>
    );
  }
  const title = (await getLocale()) === "fr" ? found.titleFr : found.titleEn;
  const full = await fullTitle(title);
  const open = found.state === "planned" || found.state === "shown";
  const takes = open && announces(viewer);
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/broadcasts", text: t("title") }]} />
      <main id="main" className="o-page">
        {takes ? null : (
          <RefusedPress action={takeBackBroadcast.bind(null, found.id)} title={full}>
            <PageTitle title={title} />
          </RefusedPress>
        )}
        <h1>{title}</h1>
        <p>
          <BroadcastStateTag state={found.state} /> {found.urgent ? <UrgentTag /> : null}
        </p>
        <BothLanguages
          said={{
            en: { title: found.titleEn, paragraphs: paragraphsOf(found.textEn) },
            fr: { title: found.titleFr, paragraphs: paragraphsOf(found.textFr) },
          }}
          names={{ en: t("preview.en"), fr: t("preview.fr") }}
          urgent={found.urgent}
          heading="h2"
        />
        <BroadcastFacts broadcast={found} />
        {takes ? <TakeBackForm id={found.id} shown={found.state === "shown"} title={full} /> : null}
      </main>
    </>
  );
}
