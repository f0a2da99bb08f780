import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { showDecimal } from "@/lib/forms/numbers";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Review } from "@/lib/reviews/queries/find-review";
import type { EarlierFile } from "@/lib/reviews/queries/list-earlier-files";

interface Props {
  review: Review;
  files: readonly EarlierFile[];
}

/** The newest other files of this exporter, each with where it stands or its certificate. */
export async function EarlierFiles({ review, files }: Props) {
  const t = await getTranslations("office.review.previous");
  const states = await getTranslations("status.office");
  const locale = await getLocale();
  const times = await deskTimes();
  const { reference } = review.facts;
  return (
    <section aria-labelledby="earlier-title">
      <h2 id="earlier-title">{t("title")}</h2>
      {files.length === 0 ? <p className="small">{t("none")}</p> : null}
      <ul className="small history">
        {files.map(({ id, number, status, submittedAt, destination, carats, certificate }) => (
          <li key={id}>
            <PageLink
              href={{ pathname: "/office/review/[applicationId]", params: { applicationId: id } }}
            >
              {number}
            </PageLink>{" "}
            {submittedAt ? <span className="soft">{times.moment(submittedAt)}</span> : null}{" "}
            {carats && destination
              ? t("figures", {
                  carats: showDecimal(carats, locale, "carats"),
                  destination: nameIn(countryNames(reference, destination), locale),
                })
              : null}
            {", "}
            {certificate ? (
              <PageLink
                href={{
                  pathname: "/office/certificates/[certificateId]",
                  params: { certificateId: certificate.id },
                }}
              >
                {certificate.number}
              </PageLink>
            ) : (
              states(status)
            )}
          </li>
        ))}
      </ul>
      {files.length > 0 ? (
        <p>
          <PageLink
            className="button button--link button--small"
            href={{
              pathname: "/office/queue",
              query: { state: "closed", exporterId: review.snapshot.exporterId },
            }}
          >
            {t("all")}
          </PageLink>
        </p>
      ) : null}
    </section>
  );
}
