import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { inviteSomebody } from "./actions";
import { ChoiceField } from "@/components/form/choice-field";
import { StepForm } from "@/components/form/step-form";
import { TextField } from "@/components/form/text-field";
import { levels } from "@/lib/exporters/permissions";
import { fullTitle } from "@/lib/i18n/full-title";

interface Props {
  exporterId: string;
  before: ReactNode;
  aside: ReactNode;
}

/** The form by which an owner invites somebody, under what there is. */
export async function InviteForm({ exporterId, before, aside }: Props) {
  const t = await getTranslations("representatives");
  return (
    <StepForm
      title={await fullTitle(t("title"))}
      action={inviteSomebody.bind(null, exporterId)}
      before={before}
      aside={aside}
    >
      <h2 id="add">{t("addTitle")}</h2>
      <p>{t("addText")}</p>
      <TextField name="email" type="email" label={t("email")} required maxLength={254} />
      <ChoiceField
        name="may"
        label={t("whatMay")}
        required
        value="submit"
        choices={[
          ...levels.map((level) => ({ value: level, text: t(`choice.${level}`) })),
          { value: "own", text: t("choice.own"), hint: t("ownHint") },
        ]}
      />
      <TextField name="endsOn" label={t("endsOn")} hint={t("endsOnHint")} width="w-12" />
      <div className="actions">
        <button className="button">{t("invite")}</button>
      </div>
    </StepForm>
  );
}
