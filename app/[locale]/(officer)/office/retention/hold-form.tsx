import { getTranslations } from "next-intl/server";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { holdLimits } from "@/lib/retention/schema";
import { putOnHold } from "./actions";

/** Puts something on hold by its number. */
export async function HoldForm({ title }: { title: string }) {
  const t = await getTranslations("office.retention.set");
  return (
    <>
      <h3>{t("title")}</h3>
      <p>{t("text")}</p>
      <PortalForm action={putOnHold} title={title}>
        <TextField
          name="number"
          label={t("number")}
          hint={t("numberHint")}
          required
          width="w-20"
          maxLength={holdLimits.number}
        />
        <TextArea
          name="reason"
          label={t("reason")}
          required
          rows={2}
          maxLength={holdLimits.reason}
        />
        <div className="actions">
          <button className="button">{t("button")}</button>
        </div>
      </PortalForm>
    </>
  );
}
