import { getTranslations } from "next-intl/server";
import { acceptRequest } from "./actions";
import { ChoiceField } from "@/components/form/choice-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { levels } from "@/lib/exporters/permissions";
import { fullTitle } from "@/lib/i18n/full-title";

/** The terms on which an owner lets in the person who asks. */
export async function AcceptForm({
  exporterId,
  requestId,
}: {
  exporterId: string;
  requestId: string;
}) {
  const t = await getTranslations("representatives");
  return (
    <div className="column">
      <h2>{t("request.accept")}</h2>
      <PortalForm
        title={await fullTitle(t("request.title"))}
        action={acceptRequest.bind(null, exporterId, requestId)}
      >
        <p>{t("request.acceptText")}</p>
        <ChoiceField
          name="may"
          label={t("whatMay")}
          required
          choices={levels.map((level) => ({ value: level, text: t(`choice.${level}`) }))}
        />
        <TextField name="endsOn" label={t("endsOn")} hint={t("endsOnHint")} width="w-12" />
        <div className="actions">
          <button className="button">{t("request.accept")}</button>
        </div>
      </PortalForm>
    </div>
  );
}
