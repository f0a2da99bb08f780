import { getTranslations } from "next-intl/server";
import { confirm, refuse } from "./actions";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { amendmentLimits } from "@/lib/amendments/schema";

interface Props {
  changeId: string;
  officerId: string;
  /** What it says holds already. */
  immediate: boolean;
  /** Of the page, in full. */
  title: string;
}

/** The second administrator's two answers. */
export async function DecideForms({ changeId, officerId, immediate, title }: Props) {
  const t = await getTranslations("office.reference.decide");
  return (
    <>
      <PortalForm action={confirm.bind(null, changeId)}>
        <HiddenField name="person" value={officerId} />
        <h2>{t("confirm.title")}</h2>
        <p>{t(immediate ? "confirm.immediate" : "confirm.text")}</p>
        <div className="actions">
          <button className="button">{t("confirm.button")}</button>
        </div>
      </PortalForm>
      <PortalForm action={refuse.bind(null, changeId)} title={title}>
        <HiddenField name="person" value={officerId} />
        <h2>{t("refuse.title")}</h2>
        <p>{t(immediate ? "refuse.immediate" : "refuse.text")}</p>
        <TextArea
          name="answer"
          label={t("refuse.answer")}
          required
          rows={3}
          maxLength={amendmentLimits.reason}
        />
        <div className="actions">
          <button className="button button--secondary">{t("refuse.button")}</button>
        </div>
      </PortalForm>
    </>
  );
}
