import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { FilePage } from "@/app/[locale]/(officer)/office/_desk/file-page";
import { fileHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { requireOfficer } from "@/lib/auth/current";
import { findReview } from "@/lib/reviews/queries/find-review";
import { CheckChanges } from "./check-changes";
import { compared } from "./compared";
import { SideBySide } from "./side-by-side";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
}

/** Any two versions of an application compared; at first the last one with the one before. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const viewer = await requireOfficer();
  const { applicationId } = await params;
  const [review, application] = await Promise.all([
    findReview(viewer, applicationId),
    findApplication(viewer, applicationId),
  ]);
  if (!review || !application) return <DeskNotFound />;
  const t = await getTranslations("office.changes");
  const versions = await getTranslations("differences");
  const times = await deskTimes();
  const query = await searchParams;
  const last = application.submissionVersion;
  const from = versionIn(query.from) ?? Math.max(1, last - 1);
  const to = versionIn(query.to) ?? last;
  const [before, after] = await Promise.all([
    findSubmission(viewer, applicationId, from),
    findSubmission(viewer, applicationId, to),
  ]);
  const comparison =
    last > 1 && before && after ? compared(before, after, review.changeRequests) : null;
  const called = (of: { version: number; submittedAt: Date; submittedBy: string }) =>
    t("version", {
      version: String(of.version),
      when: times.near(of.submittedAt),
      name: of.submittedBy,
    });
  const short = (of: { version: number }) => versions("version", { version: String(of.version) });
  const { rows = [], requests = [], gone = [], added = [] } = comparison ?? {};
  const figures: [string, string][] = [
    [
      t("figures.answered"),
      t("figures.of", {
        n: requests.filter(({ request }) => request.repliedAt !== null).length,
        count: requests.length,
      }),
    ],
    [t("figures.changed"), String(rows.filter(({ difference }) => !difference.follows).length)],
    [
      t("figures.notAsked"),
      String(rows.filter((row) => row.requests !== null && row.requests.length === 0).length),
    ],
    [t("figures.checks"), String(new Set([...gone, ...added].map(({ rule }) => rule)).size)],
  ];
  const file = await fileHref(applicationId);
  return (
    <FilePage review={review}>
      <PageTitle title={t("title")} />
      <h1>{t("title")}</h1>
      {last > 1 ? (
        <form className="line" method="get">
          {(["from", "to"] as const).map((name) => (
            <div className="field" key={name}>
              <label htmlFor={name}>{t(name)}</label>
              <select id={name} name={name} defaultValue={String(name === "from" ? from : to)}>
                {application.submissions.map((of) => (
                  <option key={of.version} value={of.version}>
                    {called(of)}
                  </option>
                ))}
              </select>
            </div>
          ))}
          <button className="button button--secondary">{t("compare")}</button>
        </form>
      ) : (
        <p className="note">{t("onlyOne")}</p>
      )}
      {comparison && before && after ? (
        <>
          <dl className="figs">
            {figures.map(([term, figure]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{figure}</dd>
              </div>
            ))}
          </dl>
          {comparison.rows.length + comparison.untouched.length > 0 ? (
            <SideBySide
              review={review}
              names={{
                reference: review.facts.reference,
                certificates: [
                  ...after.snapshot.importCertificates,
                  ...before.snapshot.importCertificates,
                ],
              }}
              comparison={comparison}
              before={{ long: called(before), short: short(before) }}
              after={{ long: called(after), short: short(after) }}
            />
          ) : (
            <p className="note">{t("same")}</p>
          )}
          <CheckChanges {...comparison} />
        </>
      ) : null}
      <p>
        <PageLink href={file}>{t("back")}</PageLink>
      </p>
    </FilePage>
  );
}

/** What the address says; anything that cannot be a version counts as not said. */
function versionIn(value: string | string[] | undefined): number | null {
  return typeof value === "string" && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
}
