import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { fullTitle } from "@/lib/i18n/full-title";
import { originalDueOn } from "@/lib/imports/original";
import { findRegistered } from "@/lib/imports/queries/find-registered";
import { isReviewer } from "@/lib/imports/refusal";
import { registerLimits } from "@/lib/imports/schema-register";
import { recordOriginal } from "./actions";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ importId: string }>;
}

/** The paper has reached the office: its day, once; a mistaken day is corrected with a reason. */
export default async function OriginalPage({ params }: Props) {
  const viewer = await requireOfficer();
  const { importId } = await params;
  const registered = await findRegistered(viewer, importId);
  if (!registered) return <DeskNotFound />;
  const t = await getTranslations("office.imports");
  const words = await getTranslations("office.imports.receipt");
  const locale = await getLocale();
  const title = words("titleOf", { number: registered.number });
  const { originalReceivedOn: received, mayReceive, mayCorrectOriginal } = registered;
  const entry = { pathname: "/office/imports/[importId]", params: { importId } } as const;
  const may = mayReceive || mayCorrectOriginal;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/office/imports", text: t("title") },
          { href: entry, text: registered.number },
        ]}
      />
      <main id="main" className="o-page">
        {may ? null : <PageTitle title={title} />}
        <h1>{title}</h1>
        <p>
          {words("intro")}{" "}
          {words("due", { date: showDate(originalDueOn(registered.importedOn), locale) })}
        </p>
        {received ? (
          <p className="ok">
            {words("stands", {
              date: showDate(received, locale),
              by: registered.originalReceivedBy,
            })}
          </p>
        ) : null}
        {may ? (
          <PortalForm action={recordOriginal.bind(null, importId)} title={await fullTitle(title)}>
            {received ? (
              <>
                <h2>{words("correct")}</h2>
                <p>{words("correctText")}</p>
                <input type="hidden" name="seen" value={received} />
              </>
            ) : null}
            <TextField
              name="on"
              label={words("on")}
              hint={words("onHint", { today: todayInOttawa() })}
              required
              width="w-12"
            />
            {received ? (
              <TextArea
                name="reason"
                label={words("reason")}
                required
                rows={3}
                maxLength={registerLimits.reason}
              />
            ) : null}
            <div className="actions">
              <button className="button">{words(received ? "correctButton" : "button")}</button>
              <PageLink className="button button--link" href={entry}>
                {words("back")}
              </PageLink>
            </div>
          </PortalForm>
        ) : (
          <>
            <p className="note">{words(whyNot())}</p>
            <PageLink href={entry}>{words("back")}</PageLink>
          </>
        )}
      </main>
    </>
  );

  function whyNot() {
    if (!registered || registered.ownProfile) return "own";
    return isReviewer(viewer) ? "final" : "notReviewer";
  }
}
