import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import type { Review } from "@/lib/reviews/queries/find-review";

/** Why a press did nothing, told from what the file says now and never from the address. */
export async function MissedNotice({ review, missed }: { review: Review; missed: string }) {
  const t = await getTranslations("office.review.notice");
  const states = await getTranslations("status.office");
  const times = await deskTimes();
  const { holderName, claimedAt } = review;
  const sentence = () => {
    if (review.ownProfile) return t("ownProfile");
    if (missed === "entered") return t("entered");
    if (missed === "notAllowed") return t("notAllowed");
    if (missed === "held" && holderName && claimedAt) {
      return t("held", { holder: holderName, when: times.near(claimedAt) });
    }
    if (missed === "overtaken" && review.may.release) return t("overtaken");
    if (missed === "alreadyYours" || missed === "notHeld") return t(missed);
    return missed === "moved" ? t("moved", { state: states(review.status) }) : t("other");
  };
  return (
    <div className="need" role="status">
      <p>{sentence()}</p>
    </div>
  );
}
