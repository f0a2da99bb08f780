import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageLink } from "@/components/layout/page-link";
import type { Href } from "@/lib/i18n/navigation";
import type { StatementEntry } from "@/lib/imports/statement";

/** Where the reader finds an application and a certificate. */
export interface Places {
  application: (id: string) => Href;
  certificate: (id: string) => Href;
}

/** What an entry is for, in the reader's words, with a way to what it names. */
export function EntryWords({ entry, places }: { entry: StatementEntry; places: Places }) {
  const t = useTranslations("statement");
  const { application, certificate, reason, held } = entry;
  const file = application
    ? t.rich("application", {
        number: application.number,
        link: (text) =>
          application.open ? (
            <PageLink href={places.application(application.id)}>{text}</PageLink>
          ) : (
            text
          ),
      })
    : t("someApplication");
  const paper = certificate
    ? t.rich("certificate", {
        number: certificate.number,
        link: (text: ReactNode) => (
          <PageLink className="mono" href={places.certificate(certificate.id)}>
            {text}
          </PageLink>
        ),
      })
    : file;
  const why = reason ? `, ${t(`reasons.${reason}`)}` : "";
  switch (entry.kind) {
    case "registered":
      return t("fromPaper");
    case "corrected":
      return <span className="written">{entry.words}</span>;
    case "reserved":
      return (
        <>
          {file}
          {why}
          {held ? <span className="sub">{t(`held.${held}`)}</span> : null}
        </>
      );
    case "consumed":
      return (
        <>
          {paper}, {t("becameExport")}
        </>
      );
    case "released":
      return (
        <>
          {paper}
          {why}
        </>
      );
  }
}
