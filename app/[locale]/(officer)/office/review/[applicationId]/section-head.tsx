import { getTranslations } from "next-intl/server";
import { AcceptSection } from "./accept-section";
import { AskButton } from "./ask-button";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { PageLink } from "@/components/layout/page-link";
import type { Review } from "@/lib/reviews/queries/find-review";
import type { FoundWork } from "@/lib/reviews/queries/find-work";
import type { AcceptedSection } from "@/lib/reviews/work";

interface Props {
  review: Review;
  work: FoundWork;
  section: AcceptedSection;
  title: string;
}

/** A section's name, whether it stands from before or has changed, and the ways to accept it or to ask. */
export async function SectionHead({ review, work, section, title }: Props) {
  const t = await getTranslations("office.review.application");
  const sections = await getTranslations("sections");
  const name = `section-${section}`;
  const stays = work.stays.includes(name) && work.earlier !== null;
  return (
    <>
      <div className="line line--c sec__head">
        <h3>{title}</h3>
        {review.may.review ? (
          <span className="end line line--c">
            <AcceptSection
              name={name}
              label={t("acceptNamed", { section: sections(section) })}
              text={t("accept")}
            />
            <AskButton section={section} />
          </span>
        ) : null}
      </div>
      {work.changed.includes(section) ? (
        <p className="small">
          <PageLink
            className="tag tag--amber"
            href={{
              pathname: "/office/review/[applicationId]/changes",
              params: { applicationId: review.id },
              query: await kept(),
            }}
          >
            {t("changedSince", { version: String(review.snapshot.submissionVersion - 1) })}
          </PageLink>
        </p>
      ) : stays ? (
        <p className="small soft">{t("stays", { version: String(work.earlier) })}</p>
      ) : null}
    </>
  );
}
