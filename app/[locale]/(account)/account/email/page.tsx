import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { changeAddress } from "./actions";
import { SavedNotice } from "@/app/[locale]/(account)/account/saved-notice";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { requireViewer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { maskAddress } from "@/lib/people/mask-address";
import { findDetails, findPendingAddress } from "@/lib/people/queries";

export const metadata: Metadata = { title: null };

/** The present address stays until the new one is confirmed. */
export default async function AddressPage({ searchParams }: PageProps<"/[locale]/account/email">) {
  const viewer = await requireViewer();
  const { outcome } = await searchParams;
  const [{ email, addressBouncedAt }, pending] = await Promise.all([
    findDetails(viewer),
    findPendingAddress(viewer),
  ]);
  const t = await getTranslations("account");
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/account", text: t("title") }]} />
      <main id="main" className="container">
        <h1>{t("email.title")}</h1>
        {outcome === "confirmed" ? (
          <SavedNotice title={t("email.changed.title")} text={t("email.changed.text")} />
        ) : null}
        {outcome === "taken" ? (
          <SavedNotice kind="warning" title={t("email.taken.title")} text={t("email.taken.text")} />
        ) : null}
        {pending ? (
          <div className="notice">
            <h2>{t("email.pending.title")}</h2>
            <p>
              {t.rich(pending.expired ? "email.pending.expired" : "email.pending.text", {
                address: maskAddress(pending.email),
                b,
              })}
            </p>
          </div>
        ) : null}
        <p className="lede">{t.rich("email.present", { address: email ?? "", b })}</p>
        {addressBouncedAt ? <p>{t("email.bounced")}</p> : null}
        <PortalForm
          className="column"
          action={changeAddress}
          title={await fullTitle(t("email.title"))}
        >
          <TextField
            name="email"
            type="email"
            value={pending?.email}
            label={t("email.new")}
            hint={t("email.hint")}
            autoComplete="email"
            width="w-full"
            maxLength={254}
            required
          />
          <div className="actions">
            <button className="button">{t("email.button")}</button>
            <PageLink className="button button--secondary" href="/account">
              {t("back")}
            </PageLink>
          </div>
        </PortalForm>
      </main>
    </>
  );
}
