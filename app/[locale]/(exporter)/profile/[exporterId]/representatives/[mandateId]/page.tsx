import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangeForm } from "./change-form";
import { EndForm } from "./end-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { requireExporter } from "@/lib/auth/current";
import { findMandate } from "@/lib/exporters/queries/mandates";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ exporterId: string; mandateId: string }>;
}

/** One mandate: an owner changes or ends it; the person who holds it resigns. */
export default async function MandatePage({ params }: Props) {
  const viewer = await requireExporter();
  const { exporterId, mandateId } = await params;
  const mandate = await findMandate(viewer, exporterId, mandateId);
  if (!mandate) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations("representatives");
  const profile = await getTranslations("profile");
  const { self, name, email, exporter, soleOwner, mayChange } = mandate;
  const list = {
    pathname: "/profile/[exporterId]/representatives",
    params: { exporterId },
  } as const;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/profile", text: profile("title") },
          { href: list, text: exporter.legalName },
        ]}
      />
      <main id="main" className="container">
        <p className="caption">{self ? exporter.legalName : `${name}, ${email ?? "–"}`}</p>
        <h1>{self ? t("mandate.ownTitle") : t("mandate.title")}</h1>
        {mayChange && !self ? <ChangeForm mandate={mandate} /> : null}
        {soleOwner ? (
          <div className="notice notice--warning">
            <PageTitle title={t("mandate.ownTitle")} />
            <h2>{t("mandate.soleTitle")}</h2>
            <p>{t("mandate.soleText")}</p>
            <p>
              <PageLink className="button" href={list}>
                {t("mandate.invite")}
              </PageLink>
            </p>
          </div>
        ) : (
          <EndForm mandate={mandate} />
        )}
      </main>
    </>
  );
}
