import { getTranslations } from "next-intl/server";
import { propose } from "./actions";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { mergeLimits } from "@/lib/exporters/schema-merge";

interface Props {
  fromId: string;
  intoId: string;
  administratorId: string;
  /** Of the page, in full. */
  title: string;
}

/** Why both are one applicant. */
export async function ProposeForm({ fromId, intoId, administratorId, title }: Props) {
  const t = await getTranslations("merge.propose");
  return (
    <PortalForm action={propose.bind(null, fromId, intoId)} title={title}>
      <HiddenField name="person" value={administratorId} />
      <h2>{t("title")}</h2>
      <p>{t("text")}</p>
      <TextArea
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        required
        rows={3}
        maxLength={mergeLimits.reason}
      />
      <div className="actions">
        <button className="button">{t("button")}</button>
      </div>
    </PortalForm>
  );
}
