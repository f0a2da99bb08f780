import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { announcementHref, statementHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { PageLink } from "@/components/layout/page-link";
import { showDate } from "@/lib/forms/dates";
import type { Warning } from "@/lib/imports/warnings";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Reference } from "@/lib/reference/types";

interface Props {
  warnings: readonly Warning[];
  issuer: string | undefined;
  reference: Reference;
}

/** What is worth another look before it is sent. */
export function Warnings({ warnings, issuer, reference }: Props) {
  const t = useTranslations("imports.warnings");
  const locale = useLocale();
  if (warnings.length === 0) return null;
  const said = (warning: Warning): ReactNode => {
    switch (warning.kind) {
      case "registered": {
        const href = statementHref(warning.importCertificateId);
        return t.rich("registered", {
          link: (chunks) => <PageLink href={href}>{chunks}</PageLink>,
        });
      }
      case "announcedTwice": {
        const href = announcementHref(warning.announcementId);
        return t.rich("announcedTwice", {
          link: (chunks) => <PageLink href={href}>{chunks}</PageLink>,
        });
      }
      case "prefix":
        return t("prefix", { issuer: nameIn(countryNames(reference, issuer ?? ""), locale) });
      case "future":
        return t("future");
      case "late":
        return t("late", { when: showDate(warning.dueOn, locale) });
    }
  };
  return (
    <div className="notice notice--warning">
      <h2>{t("title", { count: warnings.length })}</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.kind}>{said(warning)}</li>
        ))}
      </ul>
    </div>
  );
}
