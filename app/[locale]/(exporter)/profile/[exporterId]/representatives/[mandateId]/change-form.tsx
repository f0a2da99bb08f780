import { getTranslations } from "next-intl/server";
import { saveMandate } from "./actions";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { StepForm } from "@/components/form/step-form";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { furthest, levels } from "@/lib/exporters/permissions";
import type { MandateDetail } from "@/lib/exporters/queries/mandates";
import { fullTitle } from "@/lib/i18n/full-title";

/** What a representative may do and until when, to change. */
export async function ChangeForm({ mandate }: { mandate: MandateDetail }) {
  const t = await getTranslations("representatives");
  const { id, exporter, endsOn } = mandate;
  const may = furthest(mandate.permissions);
  return (
    <StepForm
      title={await fullTitle(t("mandate.title"))}
      action={saveMandate.bind(null, exporter.id, id)}
      aside={
        <aside>
          <div className="card card--wash">
            <p>{t("mandate.promoteText")}</p>
          </div>
        </aside>
      }
    >
      <HiddenField name="before" value={`${may} ${endsOn ?? ""}`} />
      <ChoiceField
        name="may"
        label={t("whatMay")}
        required
        value={may}
        choices={levels.map((level) => ({ value: level, text: t(`choice.${level}`) }))}
      />
      <TextField
        name="endsOn"
        label={t("endsOn")}
        hint={t("endsOnHint")}
        value={endsOn ?? undefined}
        width="w-12"
      />
      <div className="actions">
        <button className="button">{t("mandate.save")}</button>
        <PageLink
          className="button button--secondary"
          href={{
            pathname: "/profile/[exporterId]/representatives",
            params: { exporterId: exporter.id },
          }}
        >
          {t("mandate.back")}
        </PageLink>
      </div>
    </StepForm>
  );
}
