import { getTranslations } from "next-intl/server";
import { accept, refuse } from "./actions";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { correctionLimits } from "@/lib/imports/schema-correction";

interface Props {
  importId: string;
  officerId: string;
  correctionId: string;
  /** Of the page, in full. */
  title: string;
}

/** The second officer's two answers. */
export async function DecideForms({ importId, officerId, correctionId, title }: Props) {
  const t = await getTranslations("correction");
  const hidden = (
    <>
      <HiddenField name="person" value={officerId} />
      <HiddenField name="correction" value={correctionId} />
    </>
  );
  return (
    <>
      <PortalForm action={accept.bind(null, importId)}>
        {hidden}
        <h2>{t("accept.title")}</h2>
        <p>{t("accept.text")}</p>
        <div className="actions">
          <button className="button">{t("accept.button")}</button>
        </div>
      </PortalForm>
      <PortalForm action={refuse.bind(null, importId)} title={title}>
        {hidden}
        <h2>{t("refuse.title")}</h2>
        <p>{t("refuse.text")}</p>
        <TextArea
          name="answer"
          label={t("refuse.answer")}
          required
          rows={3}
          maxLength={correctionLimits.reason}
        />
        <div className="actions">
          <button className="button button--secondary">{t("refuse.button")}</button>
        </div>
      </PortalForm>
    </>
  );
}
