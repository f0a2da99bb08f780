import { getTranslations } from "next-intl/server";
import { PortalForm } from "@/components/form/portal-form";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { lifeLimits, sheetMoves } from "@/lib/certificates/life/schema";
import { moveSheets } from "./actions";

/** Sheets from a number to a number, and what became of them. `title`: of the page, in full. */
export async function SheetsForm({ title }: { title: string }) {
  const t = await getTranslations("life.sheets");
  return (
    <PortalForm action={moveSheets} title={title}>
      <SelectField
        name="move"
        label={t("move")}
        required
        prompt=""
        options={sheetMoves.map((move) => ({ value: move, text: t(`moves.${move}`) }))}
      />
      <div className="grid3">
        <TextField name="first" label={t("first")} inputMode="numeric" required />
        <TextField name="last" label={t("last")} inputMode="numeric" required />
      </div>
      <TextArea name="reason" label={t("reason")} rows={2} maxLength={lifeLimits.words} />
      <div className="actions">
        <button className="button">{t("button")}</button>
      </div>
    </PortalForm>
  );
}
