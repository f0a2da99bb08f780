import { getTranslations } from "next-intl/server";
import { endThisMandate } from "./actions";
import { CheckboxField } from "@/components/form/checkbox-field";
import { PortalForm } from "@/components/form/portal-form";
import type { MandateDetail } from "@/lib/exporters/queries/mandates";
import { fullTitle } from "@/lib/i18n/full-title";

/** Ends the mandate at once, after a tick: by an owner, or by the person who holds it. */
export async function EndForm({ mandate }: { mandate: MandateDetail }) {
  const t = await getTranslations("representatives.mandate");
  const { id, exporter, name, self, mayChange } = mandate;
  // Beside the form of the terms, that one has the page's title.
  const title =
    mayChange && !self ? {} : { title: await fullTitle(t(self ? "ownTitle" : "title")) };
  return (
    <div className="column">
      <h2>{self ? t("resignHead") : t("endHead")}</h2>
      <PortalForm action={endThisMandate.bind(null, exporter.id, id)} {...title}>
        <p>{self ? t("resignText") : t("endText", { name })}</p>
        <CheckboxField
          name="confirm"
          label={self ? t("resignConfirm") : t("endConfirm", { name })}
          required
        />
        <div className="actions">
          <button className="button button--danger">{self ? t("resign") : t("end")}</button>
        </div>
      </PortalForm>
    </div>
  );
}
