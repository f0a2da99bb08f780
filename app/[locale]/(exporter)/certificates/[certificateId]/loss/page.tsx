import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoCertificate, StepActions, StepFrame } from "../step-frame";
import { state } from "./actions";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { requireExporter } from "@/lib/auth/current";
import { findLife } from "@/lib/certificates/queries/find-life";
import { lifeLimits } from "@/lib/certificates/life/schema";
import { todayInOttawa } from "@/lib/clock";
import { fullTitle } from "@/lib/i18n/full-title";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ certificateId: string }>;
}

/** The exporter states that the certificate is lost or stolen. */
export default async function LossPage({ params }: Props) {
  const { certificateId } = await params;
  const viewer = await requireExporter();
  const certificate = await findLife(viewer, certificateId);
  const action = state.bind(null, certificateId);
  if (!certificate) return <NoCertificate action={action} />;
  const t = await getTranslations("life");
  const { number, maySubmit, possible } = certificate;
  const title = t("loss.title", { number });
  const closed = maySubmit && possible.has("loss_stated") ? null : t("loss.closed");
  return (
    <StepFrame id={certificateId} number={number} title={title} closed={closed}>
      <p>{t("loss.text")}</p>
      {closed === null ? (
        <PortalForm action={action} title={await fullTitle(title)}>
          <TextField
            name="on"
            label={t("loss.on")}
            hint={t("today", { today: todayInOttawa() })}
            width="w-12"
            required
          />
          <TextArea
            name="words"
            label={t("loss.words")}
            required
            rows={5}
            maxLength={lifeLimits.words}
          />
          <StepActions id={certificateId} button={t("loss.button")} />
        </PortalForm>
      ) : null}
    </StepFrame>
  );
}
