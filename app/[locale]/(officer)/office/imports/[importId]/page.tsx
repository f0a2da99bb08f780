import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ConfirmationCard } from "./confirmation-card";
import { CorrectionNotice } from "./correction-notice";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { Timeline } from "@/app/[locale]/(officer)/office/_desk/timeline";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { StatementCard } from "@/components/record/statement/statement-card";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { readUploadQuery } from "@/lib/documents/upload-result";
import { fullTitle } from "@/lib/i18n/full-title";
import { getPathname } from "@/lib/i18n/navigation";
import { findRegistered } from "@/lib/imports/queries/find-registered";
import { findStatement } from "@/lib/imports/queries/statement";
import { statementFilter } from "@/lib/imports/statement";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";
import { ChecksCard } from "./checks-card";
import { PaperCard } from "./paper-card";
import { ScansCard } from "./scans-card";

interface Props {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: null };

/** An import certificate for the office: its account, read like a bank statement. */
export default async function OfficeImportPage({ params, searchParams }: Props) {
  const viewer = await requireOfficer();
  const { importId } = await params;
  const query = await searchParams;
  const filter = statementFilter.parse(query);
  const statement = await findStatement(viewer, importId, filter);
  if (!statement) return <DeskNotFound />;
  const registered = await findRegistered(viewer, importId);
  const t = await getTranslations("statement");
  const imports = await getTranslations("office.imports");
  const locale = await getLocale();
  const { issuer, number, exporter, correction } = statement;
  const issuerName = nameIn(countryNames(await getReference(todayInOttawa()), issuer), locale);
  const here = { pathname: "/office/imports/[importId]", params: { importId } } as const;
  const correct = { ...here, pathname: "/office/imports/[importId]/correction" } as const;
  const corrects = viewer.roles.some((role) => role === "reviewer" || role === "signatory");
  const title = t("title", { number });
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/imports", text: imports("title") }]} />
      <main id="main" className="o-page">
        <PageTitle title={title} />
        <div className="line line--c">
          <h1>
            <span className="mono">{number}</span>{" "}
            {t("heading", { issuer: issuerName, exporter: exporter.legalName })}
          </h1>
          {corrects && !correction ? (
            <PageLink className="button button--secondary end" href={correct}>
              {t("correction.propose")}
            </PageLink>
          ) : null}
        </div>
        {correction ? <CorrectionNotice correction={correction} href={correct} /> : null}
        <StatementCard
          statement={statement}
          filter={filter}
          address={getPathname({ href: here, locale })}
          look="cards"
          places={{
            application: (applicationId) => ({
              pathname: "/office/review/[applicationId]",
              params: { applicationId },
            }),
            certificate: (certificateId) => ({
              pathname: "/office/certificates/[certificateId]",
              params: { certificateId },
            }),
          }}
        />
        {registered ? (
          <div className="two">
            <PaperCard registered={registered} />
            <ChecksCard registered={registered} />
          </div>
        ) : null}
        {registered ? (
          <ScansCard
            registered={registered}
            upload={readUploadQuery(query)}
            removed={query["removed"] !== undefined}
            title={await fullTitle(title)}
          />
        ) : null}
        <ConfirmationCard
          viewer={viewer}
          importId={statement.id}
          sent={query["confirmed"] !== undefined}
        />
        <Timeline viewer={viewer} of={{ kind: "import", id: statement.id }} />
      </main>
    </>
  );
}
