import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { findChainState } from "@/lib/audit/queries/chain-state";
import { listAudit } from "@/lib/audit/queries/list-audit";
import { auditAddress, auditFilter, wrongDays } from "@/lib/audit/schema";
import { requireOfficer } from "@/lib/auth/current";
import { AuditFilterForm } from "./audit-filter";
import { AuditTable } from "./audit-table";
import { ChainState } from "./chain-state";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.audit");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Everything that happened in the portal. What is shown is in the address. */
export default async function AuditPage({ searchParams }: Props) {
  const viewer = await requireOfficer("administrator", "auditor");
  const filter = auditFilter.parse(await searchParams);
  const wrong = wrongDays(filter);
  const [state, found] = await Promise.all([findChainState(viewer), listAudit(viewer, filter)]);
  const t = await getTranslations("office.audit");
  const { after, ...here } = filter;
  const download = new URLSearchParams({ ...auditAddress(here), locale: await getLocale() });
  return (
    <main id="main" className="o-page">
      <h1>{t("title")}</h1>
      {state ? <ChainState state={state} /> : null}
      <AuditFilterForm filter={filter} />
      {wrong.map((day) => (
        <p key={day} className="need">
          {t("filter.badDay", { day })}
        </p>
      ))}
      {found.unknown === "record" ? (
        <p className="need">{t("filter.noRecord", { number: filter.record })}</p>
      ) : null}
      {found.unknown === "who" ? (
        <p className="need">{t("filter.noPerson", { who: filter.who })}</p>
      ) : null}
      {found.entries.length > 0 ? (
        <AuditTable entries={found.entries} />
      ) : (
        <div className="note">
          <h2>{t("empty.title")}</h2>
          <p>{t("empty.text")}</p>
        </div>
      )}
      <p className="line">
        {after ? (
          <PageLink href={{ pathname: "/office/audit", query: auditAddress(here) }}>
            {t("first")}
          </PageLink>
        ) : null}
        {found.next ? (
          <PageLink
            href={{
              pathname: "/office/audit",
              query: auditAddress({ ...here, after: found.next }),
            }}
          >
            {t("next")}
          </PageLink>
        ) : null}
      </p>
      {viewer.roles.includes("auditor") ? (
        <p>
          <a href={`/api/office/audit?${download.toString()}`}>{t("csv")}</a>{" "}
          <span className="hint">{t("csvNote")}</span>
        </p>
      ) : null}
    </main>
  );
}
