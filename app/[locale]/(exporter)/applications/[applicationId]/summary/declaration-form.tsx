import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { submit } from "./actions";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import {
  sectionHref,
  tasksHref,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { CheckboxField } from "@/components/form/checkbox-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { todayInOttawa } from "@/lib/clock";
import { listDeclarationTexts } from "@/lib/reference/queries";

const order = ["rough_diamonds", "certification"] as const;

interface Props {
  opened: OpenedSection;
  /** Of the page, in full. */
  title: string;
  /** Fields that are sent with the declarations. */
  children?: ReactNode;
}

/** The two declarations in their exact words, never ticked beforehand, and the button that submits. */
export async function DeclarationForm({ opened, title, children }: Props) {
  const t = await getTranslations("summary");
  const paper = await getTranslations("paper");
  const { application, viewer, locale } = opened;
  const { exporter, requests, status } = application;
  const texts = await listDeclarationTexts(todayInOttawa());
  const left = requests.filter((request) => request.open).length;
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return (
    <PortalForm
      action={submit.bind(null, application.id)}
      title={title}
      version={application.version}
    >
      {/* Of what is shown now, also beside text that was kept. */}
      <input type="hidden" name="version" value={application.version} />
      {children}
      <h2 id="declarations">{t("declarations")}</h2>
      {application.paper ? (
        <>
          <p>{paper("declared", { exporter: exporter.legalName })}</p>
          <TextField
            name="paperSignedBy"
            label={paper("signedBy")}
            hint={paper("signedByHint")}
            maxLength={100}
            required
          />
        </>
      ) : (
        <p>{t.rich("signAs", { name: viewer.name, exporter: exporter.legalName, b })}</p>
      )}
      <p className="small soft">{t("penalty")}</p>
      {order.map((kind) => {
        const asked = texts.find((text) => text.kind === kind);
        if (!asked) return null;
        return (
          <fieldset className="card" key={`${kind} ${application.version}`}>
            <legend>{t(kind)}</legend>
            <CheckboxField
              name={kind}
              label={locale === "fr" ? asked.textFr : asked.textEn}
              required
            />
            <input type="hidden" name={`${kind}.version`} value={asked.textVersion} />
          </fieldset>
        );
      })}
      <div className="actions">
        <button className="button">
          {left > 0
            ? t("resubmitLeft", { count: left })
            : t(status === "returned" ? "resubmit" : "submit")}
        </button>
        <PageLink
          className="button button--secondary"
          href={
            status === "returned"
              ? tasksHref(application.id)
              : sectionHref("documents", application.id)
          }
        >
          {t("previous")}
        </PageLink>
      </div>
    </PortalForm>
  );
}
