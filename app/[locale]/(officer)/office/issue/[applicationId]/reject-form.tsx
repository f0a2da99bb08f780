import { getTranslations } from "next-intl/server";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { grounds } from "@/lib/reviews/grounds";
import { reviewLimits } from "@/lib/reviews/schema";
import type { Language } from "@/prisma/generated/enums";
import { rejectFile } from "./actions";

interface Props {
  applicationId: string;
  /** Of the signatory for whom the page is drawn. */
  signatoryId: string;
  /** The one that the page shows. */
  recommendationId: string;
  /** Of the page, in full. */
  title: string;
  /** The ground that the reviewer recommended. */
  ground: string | null;
  language: Language;
}

export async function RejectForm({
  applicationId,
  signatoryId,
  recommendationId,
  title,
  ground,
  language,
}: Props) {
  const t = await getTranslations("office.sign.reject");
  const names = await getTranslations("office.reject");
  return (
    <section className="box" aria-labelledby="reject-title">
      <h2 id="reject-title">{t("title")}</h2>
      <p>{t("text")}</p>
      <p className="note">{t(`language.${language}`)}</p>
      <PortalForm action={rejectFile.bind(null, applicationId)} title={title}>
        <input type="hidden" name="recommendation" value={recommendationId} />
        <HiddenField name="person" value={signatoryId} />
        <ChoiceField
          name="ground"
          label={t("ground")}
          required
          value={ground ?? ""}
          choices={grounds.map((value) => ({
            value,
            text: names(`grounds.${value}`),
            hint: names(`basis.${value}`),
          }))}
        />
        <TextArea
          name="reasons"
          label={t("reasons")}
          required
          rows={6}
          maxLength={reviewLimits.reasons}
        />
        <div className="actions">
          <button className="button">{t("button")}</button>
        </div>
      </PortalForm>
    </section>
  );
}
