import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { confirm } from "./confirm";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { findLink } from "@/lib/people/queries";

export const metadata: Metadata = { title: null };

const outcomes = ["confirmed", "requested", "taken"] as const;

/** A mailed link. Opening it changes nothing, however often; its one button confirms the address. */
export default async function ConfirmPage({
  params,
  searchParams,
}: PageProps<"/[locale]/confirm/[token]">) {
  const { token } = await params;
  const { outcome } = await searchParams;
  const link = await findLink(token);
  const t = await getTranslations("confirm");
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  if (link?.state === "open") {
    return (
      <>
        <PageTitle title={t("open.title")} />
        <h1>{t("open.title")}</h1>
        <p className="lede">{t.rich("open.text", { address: link.address, b })}</p>
        <form action={confirm.bind(null, token)}>
          <p className="actions">
            <button className="button">{t("open.button")}</button>
          </p>
        </form>
        <p className="small soft">{t("open.note")}</p>
      </>
    );
  }
  const told = link?.state === "used" ? outcomes.find((known) => known === outcome) : undefined;
  const state = told ?? link?.state ?? "unknown";
  return (
    <>
      <PageTitle title={t(`${state}.title`)} />
      <h1>{t(`${state}.title`)}</h1>
      <p className="lede">{t(`${state}.text`)}</p>
      <p className="actions">
        {link?.state === "used" ? (
          <PageLink className="button button--secondary" href="/sign-in">
            {t("go")}
          </PageLink>
        ) : (
          <PageLink className="button" href="/account/email">
            {t("newLink")}
          </PageLink>
        )}
      </p>
    </>
  );
}
