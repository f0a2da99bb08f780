import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { certificateHref } from "./certificate-href";
import { RefusedPress } from "@/components/form/refused-press";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import type { FormState } from "@/lib/forms/form-state";
import { fullTitle } from "@/lib/i18n/full-title";

interface Props {
  id: string;
  number: string;
  title: string;
  /** Why there is no form; null where the form is there, and has the page's title. */
  closed: string | null;
  children: ReactNode;
}

/** What the pages of an exporter's steps have in common: the way back, the heading, and why nothing can be done. */
export async function StepFrame({ id, number, title, closed, children }: Props) {
  const t = await getTranslations("certificate");
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/applications", text: t("list") },
          { href: certificateHref(id), text: number },
        ]}
      />
      <main id="main" className="container">
        {closed === null ? null : <PageTitle title={title} />}
        <h1>{title}</h1>
        {closed === null ? null : <p className="note">{closed}</p>}
        {children}
      </main>
    </>
  );
}

/** At the end of the form of a step: to take it, or to go back to the certificate. */
export async function StepActions({ id, button }: { id: string; button: string }) {
  const t = await getTranslations("life");
  return (
    <div className="actions">
      <button className="button">{button}</button>
      <PageLink className="button button--link" href={certificateHref(id)}>
        {t("back")}
      </PageLink>
    </div>
  );
}

/** In the place of a step of a certificate that the reader does not know, or no more. */
export async function NoCertificate({
  action,
}: {
  action: (state: FormState, formData: FormData) => Promise<FormState>;
}) {
  const frame = await getTranslations("frame.notFound");
  return (
    <main id="main" className="container">
      <RefusedPress action={action} title={await fullTitle(frame("title"))}>
        <RecordNotFound />
      </RefusedPress>
    </main>
  );
}
