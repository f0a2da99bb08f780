import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { countDeadLetters, listMails } from "@/lib/mail/queries/list-mails";
import { mailAddress, mailFilter } from "@/lib/mail/schema-list";
import { MailSearch } from "./mail-search";
import { MailTable } from "./mail-table";
import { MailTabs } from "./mail-tabs";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.emails");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every mail of the portal and what became of it. View, search and place are in the address. */
export default async function EmailsPage({ searchParams }: Props) {
  const viewer = await requireOfficer();
  const filter = mailFilter.parse(await searchParams);
  const { view, text } = filter;
  const [dead, { rows, next }] = await Promise.all([countDeadLetters(), listMails(viewer, filter)]);
  const t = await getTranslations("office.emails");
  const { after, ...here } = filter;
  const empty = text === "" ? view : "search";
  return (
    <main id="main" className="o-page">
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <MailTabs view={view} dead={dead} />
      <MailSearch filter={filter} />
      {rows.length > 0 ? (
        <MailTable rows={rows} view={view} />
      ) : (
        <p className="note">{t(`empty.${empty}`)}</p>
      )}
      <p className="line">
        {after ? (
          <PageLink href={{ pathname: "/office/emails", query: mailAddress(here) }}>
            {t("first")}
          </PageLink>
        ) : null}
        {next ? (
          <PageLink
            href={{ pathname: "/office/emails", query: mailAddress({ ...here, after: next }) }}
          >
            {t("next")}
          </PageLink>
        ) : null}
      </p>
    </main>
  );
}
