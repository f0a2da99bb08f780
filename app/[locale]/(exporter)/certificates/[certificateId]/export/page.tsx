import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { exportHref } from "../certificate-href";
import { NoCertificate, StepActions, StepFrame } from "../step-frame";
import { report } from "./actions";
import { Copies } from "./copies";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { UploadForm } from "@/components/upload/upload-form";
import { UploadNotice } from "@/components/upload/upload-notice";
import { requireExporter } from "@/lib/auth/current";
import { findLife } from "@/lib/certificates/queries/find-life";
import { todayInOttawa } from "@/lib/clock";
import { placed, readUploadQuery } from "@/lib/documents/upload-result";
import { showDate } from "@/lib/forms/dates";
import { fullTitle } from "@/lib/i18n/full-title";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ certificateId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The export report: the copy that customs stamped, then the day. The paper original follows by post. */
export default async function ExportPage({ params, searchParams }: Props) {
  const { certificateId } = await params;
  const viewer = await requireExporter();
  const certificate = await findLife(viewer, certificateId);
  const action = report.bind(null, certificateId);
  if (!certificate) return <NoCertificate action={action} />;
  const t = await getTranslations("life");
  const locale = await getLocale();
  const query = await searchParams;
  const { number, maySubmit, possible, report: said, documents } = certificate;
  const title = t("report.title", { number });
  const closed = !possible.has("exported")
    ? t("report.closed")
    : maySubmit
      ? null
      : t("report.limited");
  const upload = closed === null ? readUploadQuery(query) : null;
  return (
    <StepFrame id={certificateId} number={number} title={title} closed={closed}>
      <p>{t("exporter.reportText")}</p>
      <section>
        <h2 id="files" tabIndex={-1}>
          {t("report.copy")}
        </h2>
        <p>{t("report.copyText")}</p>
        <UploadNotice result={upload} removed={closed === null && query["removed"] === "1"} />
        <Copies certificate={certificate} failed={upload ? placed(upload) : []} />
        {closed === null ? (
          <UploadForm
            matter={{ certificateId }}
            back={exportHref(certificateId)}
            used={documents.length}
            kind="other"
            fixed
            atOnce
          />
        ) : null}
      </section>
      {closed === null ? (
        <PortalForm action={action} title={await fullTitle(title)}>
          <h2>{t("report.day")}</h2>
          <HiddenField name="seen" value={said.exportedOn ?? ""} />
          <TextField
            name="on"
            label={t("fields.on")}
            hint={t("today", { today: todayInOttawa() })}
            width="w-12"
            required
            {...(said.exportedOn ? { value: showDate(said.exportedOn, locale) } : {})}
          />
          <StepActions id={certificateId} button={t("report.button")} />
        </PortalForm>
      ) : null}
    </StepFrame>
  );
}
