import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { ScanPane } from "@/app/[locale]/(officer)/office/imports/_parts/scan-pane";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import type { SentScan } from "@/lib/imports/queries/find-sent-scan";
import { RegisterForm } from "./register-form";

interface Props {
  scan: SentScan;
  /** Of the page, in full. */
  title: string;
}

/** Registers a certificate whose scan came with a message: whose import it was is known. */
export async function NewFromScan({ scan, title }: Props) {
  const t = await getTranslations("office.imports.form");
  const inbox = await getTranslations("office.inbox");
  const times = await deskTimes();
  const { id: documentId, importer, thread, sentBy, sentAt, importCertificate } = scan;
  const conversation = {
    pathname: "/office/inbox/[threadId]",
    params: { threadId: thread.id },
  } as const;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/office/inbox", text: inbox("title") },
          { href: conversation, text: thread.subject },
        ]}
      />
      <main id="main" className="o-page">
        <h1>{t("title")}</h1>
        <p>
          {t("fromMessage", {
            name: sentBy,
            exporter: importer.legalName,
            when: sentAt ? times.near(sentAt) : "",
          })}{" "}
          <PageLink href={conversation}>{t("message")}</PageLink>
        </p>
        {scan.mayRegister ? (
          <>
            <p>{t("intro")}</p>
            <div className="two">
              <div>
                <RegisterForm of={{ documentId }} title={title} better={conversation} />
              </div>
              <ScanPane documents={[scan]} none="none" />
            </div>
          </>
        ) : (
          <>
            <PageTitle title={t("title")} />
            {importCertificate ? (
              <p className="note">
                {t("scanRegistered")}{" "}
                <PageLink
                  className="mono"
                  href={{
                    pathname: "/office/imports/[importId]",
                    params: { importId: importCertificate.id },
                  }}
                >
                  {importCertificate.number}
                </PageLink>
              </p>
            ) : (
              <p className="note">{t(scan.ownProfile ? "own" : "profileMerged")}</p>
            )}
          </>
        )}
      </main>
    </>
  );
}
