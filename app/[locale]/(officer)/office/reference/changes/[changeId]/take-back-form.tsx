import { getTranslations } from "next-intl/server";
import { takeBack } from "./actions";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";

/** For whoever proposed the change, while nobody has decided. */
export async function TakeBackForm({
  changeId,
  officerId,
}: {
  changeId: string;
  officerId: string;
}) {
  const t = await getTranslations("office.reference.decide.takeBack");
  return (
    <PortalForm action={takeBack.bind(null, changeId)}>
      <HiddenField name="person" value={officerId} />
      <div className="actions">
        <button className="button button--secondary">{t("button")}</button>
      </div>
    </PortalForm>
  );
}
