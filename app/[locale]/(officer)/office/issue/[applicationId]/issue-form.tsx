import { getTranslations } from "next-intl/server";
import { CheckboxField } from "@/components/form/checkbox-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { issue } from "./actions";

interface Props {
  applicationId: string;
  /** Of the signatory for whom the page is drawn. */
  signatoryId: string;
  /** The one that the page shows. */
  recommendationId: string;
  /** Of the page, in full. */
  title: string;
}

export async function IssueForm({ applicationId, signatoryId, recommendationId, title }: Props) {
  const t = await getTranslations("office.sign.issue");
  return (
    <section className="box" aria-labelledby="issue-title">
      <h2 id="issue-title">{t("title")}</h2>
      <PortalForm id="issue" action={issue.bind(null, applicationId)} title={title}>
        <input type="hidden" name="recommendation" value={recommendationId} />
        <HiddenField name="person" value={signatoryId} />
        <CheckboxField name="read" label={t("read")} required />
        <p className="hint">{t("hint")}</p>
        <div className="actions">
          <button className="button">{t("button")}</button>
        </div>
      </PortalForm>
    </section>
  );
}
