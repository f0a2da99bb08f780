import { getTranslations } from "next-intl/server";
import { confirm, drop } from "./actions";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";

interface Props {
  mergeId: string;
  officerId: string;
}

/** The second person's yes. */
export async function ConfirmForm({ mergeId, officerId }: Props) {
  const t = await getTranslations("merge.confirm");
  return (
    <PortalForm action={confirm.bind(null, mergeId)}>
      <HiddenField name="person" value={officerId} />
      <h2>{t("title")}</h2>
      <p>{t("text")}</p>
      <div className="actions">
        <button className="button button--danger">{t("button")}</button>
      </div>
    </PortalForm>
  );
}

/** No, or not yet. */
export async function DropForm({ mergeId, officerId }: Props) {
  const t = await getTranslations("merge.drop");
  return (
    <PortalForm action={drop.bind(null, mergeId)}>
      <HiddenField name="person" value={officerId} />
      <p>{t("text")}</p>
      <div className="actions">
        <button className="button button--secondary">{t("button")}</button>
      </div>
    </PortalForm>
  );
}
