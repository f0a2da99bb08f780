import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { FilePage } from "@/app/[locale]/(officer)/office/_desk/file-page";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { VersionDifferences } from "@/app/[locale]/(officer)/office/review/[applicationId]/version-differences";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { requireOfficer } from "@/lib/auth/current";
import { findReview } from "@/lib/reviews/queries/find-review";

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
  const times = await deskTimes();
  const query = await searchParams;
  const last = application.submissionVersion;
  const from = versionIn(query.from) ?? Math.max(1, last - 1);
  const to = versionIn(query.to) ?? last;
  const [before, after] = await Promise.all([
    findSubmission(viewer, applicationId, from),
    findSubmission(viewer, applicationId, to),
  ]);
  const file = { pathname: "/office/review/[applicationId]", params: { applicationId } } as const;
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
                {application.submissions.map(({ version, submittedAt, submittedBy }) => (
                  <option key={version} value={version}>
                    {t("version", {
                      version: String(version),
                      when: times.near(submittedAt),
                      name: submittedBy,
                    })}
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
      {last > 1 && before && after ? (
        <VersionDifferences review={review} before={before.snapshot} after={after.snapshot} />
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
