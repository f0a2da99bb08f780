import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { PaperNotice } from "@/app/[locale]/(exporter)/applications/[applicationId]/paper-notice";
import { askedHere } from "@/app/[locale]/(exporter)/applications/[applicationId]/asked-here";
import { AskedProvider } from "@/components/form/asked-context";
import { RefusedPress } from "@/components/form/refused-press";
import type { PressAction } from "@/components/form/use-press";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { StepsBar } from "@/components/record/steps-bar";
import { sections } from "@/lib/applications/sections";
import { fullTitle } from "@/lib/i18n/full-title";

interface Props {
  opened: OpenedSection | null;
  /** Of the section's form: a press that was refused is answered also where the form is not drawn. */
  action: PressAction;
  /** Drawn only where there is such an application. */
  children: (opened: OpenedSection) => ReactNode;
}

/** The head of every section: where it belongs, how far the application is, its name. */
export async function SectionFrame({ opened, action, children }: Props) {
  const t = await getTranslations();
  if (!opened) {
    return (
      <main id="main" className="container">
        <RefusedPress action={action} title={await fullTitle(t("frame.notFound.title"))}>
          <RecordNotFound />
        </RefusedPress>
      </main>
    );
  }
  const { section, states, application } = opened;
  const { number } = application;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/applications", text: t("application.list") },
          {
            href: tasksHref(application.id),
            text: number ?? t("application.inPreparation"),
          },
        ]}
      />
      <main id="main" className="container">
        <PaperNotice opened={opened} />
        <StepsBar states={states} current={section} />
        <p className="caption">
          {t("application.step", { n: sections.indexOf(section) + 1, count: sections.length })}
        </p>
        <h1>{t(`sections.${section}`)}</h1>
        <AskedProvider value={askedHere({ ...opened, locale: await getLocale() })}>
          {children(opened)}
        </AskedProvider>
      </main>
    </>
  );
}
