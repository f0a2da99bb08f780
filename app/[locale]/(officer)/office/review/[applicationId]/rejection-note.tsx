import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { LetterLinks } from "@/components/record/letter-links";
import { isGround } from "@/lib/reviews/grounds";
import type { Review } from "@/lib/reviews/queries/find-review";

/** The signatory's refusal, as the exporter reads it. */
export async function RejectionNote({ review }: { review: Review }) {
  const { decision, status } = review;
  if (status !== "rejected" || !decision) return null;
  const t = await getTranslations("office.review.rejection");
  const names = await getTranslations("office.reject");
  const letterNames = await getTranslations("letters");
  const times = await deskTimes();
  const { ground, reasons, signedAt, signedBy, letters } = decision;
  return (
    <section className="law" aria-labelledby="rejection-title">
      <h2 id="rejection-title">{t("title")}</h2>
      <p className="small">
        {t("by", { by: `${signedBy.firstName} ${signedBy.lastName}`, when: times.near(signedAt) })}
      </p>
      {isGround(ground) ? (
        <p>
          {names(`grounds.${ground}`)} ({names(`basis.${ground}`)})
        </p>
      ) : null}
      <p className="written">{reasons}</p>
      <LetterLinks
        name={letterNames("rejection")}
        address={`/api/applications/${review.id}/rejection`}
        letters={letters}
      />
    </section>
  );
}
