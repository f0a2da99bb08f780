import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { RejectionPreview } from "@/app/[locale]/(officer)/office/_desk/rejection-preview";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { grounds } from "@/lib/reviews/grounds";
import { reviewLimits } from "@/lib/reviews/schema";
import { rejectFile } from "./actions";

interface Props {
  applicationId: string;
  /** Of the signatory for whom the page is drawn. */
  signatoryId: string;
  /** The one that the page shows. */
  recommendationId: string;
  /** Of the page, in full. */
  title: string;
  /** The letter as the reviewer drafted it, signed by the signatory. */
  letter: ComponentProps<typeof RejectionPreview>;
}

export async function RejectForm({
  applicationId,
  signatoryId,
  recommendationId,
  title,
  letter,
}: Props) {
  const t = await getTranslations("office.sign.reject");
  const names = await getTranslations("office.reject");
  return (
    <section className="box" aria-labelledby="reject-title">
      <h2 id="reject-title">{t("title")}</h2>
      <p>{t("text")}</p>
      <p className="note">{t(`language.${letter.facts.language}`)}</p>
      <PortalForm action={rejectFile.bind(null, applicationId)} title={title}>
        <input type="hidden" name="recommendation" value={recommendationId} />
        <HiddenField name="person" value={signatoryId} />
        <div className="two two--wide">
          <div>
            <ChoiceField
              name="ground"
              label={t("ground")}
              required
              value={letter.facts.ground ?? ""}
              choices={grounds.map((value) => ({
                value,
                text: names(`grounds.${value}`),
                hint: names(`basis.${value}`),
              }))}
            />
            <TextArea
              name="reasons"
              label={t("reasons")}
              value={letter.facts.reasons}
              required
              rows={10}
              maxLength={reviewLimits.reasons}
            />
          </div>
          <RejectionPreview {...letter} />
        </div>
        <div className="actions">
          <button className="button button--secondary" name="intent" value="preview">
            {names("preview")}
          </button>
          <button className="button" name="intent" value="reject">
            {t("button")}
          </button>
        </div>
      </PortalForm>
    </section>
  );
}
