import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { claimFile, releaseFile } from "@/app/[locale]/(officer)/office/actions";
import { kept, queueHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { ClockLine } from "@/components/record/clock-line";
import { clockOf } from "@/lib/applications/clock-figures";
import { totalsOf } from "@/lib/applications/totals";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { showDecimal } from "@/lib/forms/numbers";
import { mayAnswer } from "@/lib/messages/access";
import { choiceOf } from "@/lib/messages/matter";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { getCalendar } from "@/lib/reference/queries";
import type { Review } from "@/lib/reviews/queries/find-review";

interface Props {
  review: Review;
  viewer: OfficerViewer;
  /** The other files that the officer has open. */
  children: ReactNode;
}

/** Which file this is, where it stands and whose it is, with what changes its holder. */
export async function CaseBar({ review, viewer, children }: Props) {
  const t = await getTranslations("office.review");
  const queue = await getTranslations("office.queue");
  const states = await getTranslations("status.office");
  const signals = await getTranslations("signals");
  const locale = await getLocale();
  const times = await deskTimes();
  const { snapshot, facts, holderName, holderId, may } = review;
  const totals = totalsOf(snapshot.answers.origin?.origins ?? []);
  const destination = countryNames(facts.reference, snapshot.answers.consignee?.destination ?? "");
  const clock = clockOf(review, now(), await getCalendar());
  const closed = ["issued", "rejected", "cancelled"].includes(review.status);
  const whose = holderId === viewer.userId ? "mine" : holderName ? "held" : "other";
  const open =
    review.status === "submitted" ||
    review.status === "in_review" ||
    review.status === "recommended";
  const file = { params: { applicationId: review.id }, query: await kept() };
  return (
    <div className="casebar">
      <h1>
        {review.number}{" "}
        <span>
          {t("to", { exporter: review.exporterName, destination: nameIn(destination, locale) })}
        </span>
      </h1>
      <span className="nw">
        <b>{showDecimal(totals.carats, locale, "carats")}</b>
      </span>
      <span className="nw">
        <b>{showDecimal(totals.usd, locale, "usd")}</b>
      </span>
      {totals.usdPerCarat ? (
        <span className="nw">
          {t("perCarat", { price: showDecimal(totals.usdPerCarat, locale) })}
        </span>
      ) : null}
      <span>
        {closed
          ? states(review.status)
          : t("status", {
              status: whose,
              state: states(review.status),
              holder: holderName ?? "",
            })}
        {open && review.dueAt ? `, ${t("due", { when: times.near(review.dueAt) })}` : ""}
      </span>
      {review.replaces ? (
        <span>
          {t("replaces")}{" "}
          <PageLink
            href={{
              pathname: "/office/certificates/[certificateId]",
              params: { certificateId: review.replaces.id },
            }}
          >
            <span className="mono">{review.replaces.number}</span>
          </PageLink>
        </span>
      ) : null}
      <a className={review.risk === "high" ? "tag tag--amber" : "tag"} href="#signals">
        {signals(`head.${review.risk}`)}
      </a>
      <span>
        <ClockLine clock={clock} reader="officer" />
      </span>
      <span className="end line line--c">
        {may.claim ? (
          <form action={claimFile.bind(null, review.id)}>
            <button className="button button--small">{t("acts.claim")}</button>
          </form>
        ) : null}
        {may.release ? (
          <form action={releaseFile.bind(null, review.id)}>
            <button className="button button--link button--small">{t("acts.release")}</button>
          </form>
        ) : null}
        {may.takeOver ? (
          <PageLink href={{ pathname: "/office/review/[applicationId]/take-over", ...file }}>
            {t("acts.takeOver")}
          </PageLink>
        ) : null}
        {mayAnswer(viewer) ? (
          <PageLink
            href={{
              pathname: "/office/inbox/new",
              query: { about: choiceOf({ kind: "application", id: review.id }) },
            }}
          >
            {t("write")}
          </PageLink>
        ) : null}
        <PageLink href={await queueHref()}>{queue("title")}</PageLink>
      </span>
      {children}
    </div>
  );
}
