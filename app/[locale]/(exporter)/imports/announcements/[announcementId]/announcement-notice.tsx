import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { statementHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { PageLink } from "@/components/layout/page-link";
import { useFormatter } from "@/lib/i18n/formatter";
import type { Announcement } from "@/lib/imports/queries/find-announcement";

interface Props {
  announcement: Announcement;
  query: Readonly<Record<string, string | string[] | undefined>>;
}

/** How the announcement stands, with the office's words where it has answered; above it, what a press did. */
export function AnnouncementNotice({ announcement, query }: Props) {
  const t = useTranslations("imports.page");
  const { mayPrepare } = announcement;
  return (
    <>
      {query["saved"] === undefined ? null : (
        <div className="notice notice--success" role="status">
          <h2>{t("savedTitle")}</h2>
        </div>
      )}
      {query["moved"] === undefined ? null : (
        <div className="notice notice--warning" role="status">
          <p>{t("moved")}</p>
        </div>
      )}
      {mayPrepare ? null : (
        <div className="notice">
          <p>{t(query["limited"] === undefined ? "viewOnly" : "limited")}</p>
        </div>
      )}
      <Stand announcement={announcement} />
    </>
  );
}

function Stand({ announcement }: Pick<Props, "announcement">) {
  const t = useTranslations("imports.page");
  const format = useFormatter();
  const { status, answer, answeredAt, sentAt, importCertificate } = announcement;
  const when = (at: Date | null) =>
    at ? format.dateTime(at, { dateStyle: "long", timeStyle: "short" }) : "";
  const contact = (chunks: ReactNode) => <PageLink href="/contact">{chunks}</PageLink>;
  switch (status) {
    case "draft":
      return null;
    case "sent":
      return (
        <div className="notice notice--success">
          <h2>{t("sentTitle")}</h2>
          <p>{t("sentText", { when: when(sentAt) })}</p>
        </div>
      );
    case "returned":
      return (
        <div className="notice notice--warning">
          <h2>{t("returnedTitle")}</h2>
          <p>{t("returnedText", { when: when(answeredAt) })}</p>
          <blockquote>{answer}</blockquote>
        </div>
      );
    case "declined":
      return (
        <div className="notice notice--danger">
          <h2>{t("declinedTitle")}</h2>
          <p>{t("declinedText", { when: when(answeredAt) })}</p>
          <blockquote>{answer}</blockquote>
          <p>{t.rich("again", { contact })}</p>
        </div>
      );
    case "registered":
      return importCertificate ? (
        <div className="notice notice--success">
          <h2>{t("registeredTitle", { number: importCertificate.number })}</h2>
          <p>{t("registeredText")}</p>
          <p>
            <PageLink href={statementHref(importCertificate.id)}>{t("statement")}</PageLink>
          </p>
        </div>
      ) : null;
    case "withdrawn":
      return (
        <div className="notice">
          <h2>{t("withdrawnTitle")}</h2>
          <p>{t("withdrawnText")}</p>
        </div>
      );
  }
}
