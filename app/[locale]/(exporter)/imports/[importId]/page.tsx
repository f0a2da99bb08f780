import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Decimal from "decimal.js";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { WriteLink } from "@/app/[locale]/(exporter)/messages/write-link";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { StatementCard } from "@/components/record/statement/statement-card";
import { requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { showDecimal } from "@/lib/forms/numbers";
import { getPathname } from "@/lib/i18n/navigation";
import { findStatement } from "@/lib/imports/queries/statement";
import { statementFilter } from "@/lib/imports/statement";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";

interface Props {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: null };

/** An import certificate for its importer: what may still be exported, and where the rest went. */
export default async function ImportPage({ params, searchParams }: Props) {
  const viewer = await requireExporter();
  const { importId } = await params;
  const filter = statementFilter.parse(await searchParams);
  const statement = await findStatement(viewer, importId, filter);
  if (!statement) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations();
  const locale = await getLocale();
  const { issuer, number, exporter, left } = statement;
  const issuerName = nameIn(countryNames(await getReference(todayInOttawa()), issuer), locale);
  const some = new Decimal(left.carats).gt(0);
  const mayStart = profilesWith(viewer, "prepare").includes(exporter.id);
  return (
    <>
      <Breadcrumbs trail={[{ href: "/imports", text: t("imports.title") }]} />
      <main id="main" className="container">
        <PageTitle title={t("statement.title", { number })} />
        <p className="caption">
          {issuerName}, {exporter.legalName}
        </p>
        <h1>
          {t("statement.title", { number: "" })}
          <span className="mono nowrap">{number}</span>
        </h1>
        <p className="lede">
          {some
            ? t("statement.own.left", { carats: showDecimal(left.carats, locale, "carats") })
            : t("statement.own.nothing")}
        </p>
        {some && mayStart ? (
          <>
            <p>
              <PageLink className="button" href="/applications/new">
                {t("statement.own.start")}
              </PageLink>
            </p>
            <p className="small">{t("statement.own.startText")}</p>
          </>
        ) : null}
        {mayStart ? (
          <p>
            <WriteLink kind="import" id={importId} />
          </p>
        ) : null}
        <StatementCard
          statement={statement}
          filter={filter}
          address={getPathname({
            href: { pathname: "/imports/[importId]", params: { importId } },
            locale,
          })}
          look="table--stack"
          places={{
            application: tasksHref,
            certificate: (certificateId) => ({
              pathname: "/certificates/[certificateId]",
              params: { certificateId },
            }),
          }}
        />
      </main>
    </>
  );
}
