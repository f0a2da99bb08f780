import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { endTheHold } from "@/app/[locale]/(officer)/office/retention/actions";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { findHold } from "@/lib/retention/queries/find-retention";
import { holdLimits } from "@/lib/retention/schema";

interface Props {
  params: Promise<{ holdId: string }>;
}

export const metadata: Metadata = { title: null };

/** Ends a hold, with the reason that stays. */
export default async function EndHoldPage({ params }: Props) {
  const viewer = await requireOfficer("administrator");
  const { holdId } = await params;
  const hold = await findHold(viewer, holdId);
  if (!hold) return <DeskNotFound />;
  const t = await getTranslations("office.retention.endForm");
  const title = t("title", { name: hold.on });
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/retention", text: t("back") }]} />
      <main id="main" className="o-page">
        <h1>{title}</h1>
        <p className="note written">{hold.reason}</p>
        <p>{t("text")}</p>
        <PortalForm action={endTheHold.bind(null, hold.id)} title={await fullTitle(title)}>
          <TextArea
            name="reason"
            label={t("reason")}
            required
            rows={3}
            maxLength={holdLimits.reason}
          />
          <div className="actions">
            <button className="button">{t("button")}</button>
          </div>
        </PortalForm>
      </main>
    </>
  );
}
