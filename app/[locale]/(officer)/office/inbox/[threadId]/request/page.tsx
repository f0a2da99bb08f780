import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { placesToAsk } from "@/app/[locale]/(officer)/office/review/[applicationId]/return/places-to-ask";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { sections } from "@/lib/applications/sections";
import { requireReviewer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { fullTitle } from "@/lib/i18n/full-title";
import { findInboxThread } from "@/lib/messages/queries/find-inbox-thread";
import { findThread } from "@/lib/messages/queries/find-thread";
import { nameIn } from "@/lib/reference/lookups";
import { listReturnReasons } from "@/lib/reference/queries";
import { findReview } from "@/lib/reviews/queries/find-review";
import { listPreparedIn } from "@/lib/reviews/queries/list-prepared";
import { reviewLimits } from "@/lib/reviews/schema";
import { prepare } from "./actions";
import { NotNow } from "./not-now";
import { PreparedList } from "./prepared-list";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ threadId: string }>;
}

/** Turns a question of a conversation into a request of the next notice about its application. */
export default async function RequestPage({ params }: Props) {
  const viewer = await requireReviewer();
  const { threadId } = await params;
  const thread = await findThread(viewer, threadId);
  const office = thread && (await findInboxThread(viewer, threadId));
  const application = office?.application;
  const review = application ? await findReview(viewer, application.id) : null;
  if (!office || !application || !review) return <DeskNotFound />;
  const t = await getTranslations("office.inbox.request");
  const inbox = await getTranslations("office.inbox");
  const say = await getTranslations();
  const locale = await getLocale();
  const title = t("title", { number: application.number });
  const trail = [
    { href: "/office/inbox", text: inbox("title") },
    { href: { pathname: "/office/inbox/[threadId]", params: { threadId } }, text: thread.subject },
  ] as const;
  const places = placesToAsk(review.snapshot, say);
  const reasons = await listReturnReasons(todayInOttawa());
  const groupOf = (name: string | null) => {
    const section = sections.find((each) => each === name);
    return section ? say(`sections.${section}`) : say("office.return.anySection");
  };
  // In the language in which the notice is read.
  const theirs = await getTranslations({
    locale: review.submitter.language,
    namespace: "office.inbox.request",
  });
  const asked = thread.messages.filter(({ side }) => side === "exporter").at(-1);
  const quote = asked ? theirs("quote", { text: shortened(asked.text) }) : "";
  return (
    <>
      <Breadcrumbs trail={trail} />
      <main id="main" className="o-page">
        <h1>{title}</h1>
        {application.ask === "now" ? (
          <>
            <p>{t("intro")}</p>
            <PreparedList
              requests={await listPreparedIn(viewer, threadId)}
              places={places}
              applicationId={application.id}
            />
            <PortalForm action={prepare.bind(null, threadId)} title={await fullTitle(title)}>
              <HiddenField name="token" value={randomUUID()} />
              <SelectField
                name="place"
                label={t("place")}
                prompt={t("choose")}
                required
                options={places.map(({ value, text, section }) => ({
                  ...{ value, text, group: section },
                }))}
              />
              <SelectField
                name="reasonCode"
                label={t("reason")}
                prompt={t("noReason")}
                options={reasons.map((reason) => ({
                  value: reason.code,
                  text: nameIn(reason, locale),
                  group: groupOf(reason.section),
                }))}
              />
              <TextArea
                name="reason"
                label={t("words")}
                hint={t(`reads.${review.submitter.language}`)}
                value={quote}
                rows={6}
                maxLength={reviewLimits.reason}
              />
              <div className="actions">
                <button className="button">{t("button")}</button>
                <PageLink
                  className="button button--link"
                  href={{ pathname: "/office/inbox/[threadId]", params: { threadId } }}
                >
                  {t("back")}
                </PageLink>
              </div>
            </PortalForm>
          </>
        ) : (
          <>
            <PageTitle title={title} />
            <NotNow application={application} threadId={threadId} />
          </>
        )}
      </main>
    </>
  );
}

/** So that words of the officer's own fit beside it. */
const longestQuote = 500;

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, " "));
  return characters.length <= longestQuote
    ? characters.join("")
    : `${characters.slice(0, longestQuote).join("").trimEnd()} …`;
}
