import { getTranslations } from "next-intl/server";
import { takeBack } from "./actions";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";

interface Props {
  importId: string;
  officerId: string;
  correctionId: string;
  /** Of the page, in full. */
  title: string;
}

/** Whoever proposed cannot decide, only think again. */
export async function TakeBackForm({ importId, officerId, correctionId, title }: Props) {
  const t = await getTranslations("correction.takeBack");
  return (
    <PortalForm action={takeBack.bind(null, importId)} title={title}>
      <HiddenField name="person" value={officerId} />
      <HiddenField name="correction" value={correctionId} />
      <p>{t("text")}</p>
      <div className="actions">
        <button className="button button--secondary">{t("button")}</button>
      </div>
    </PortalForm>
  );
}
