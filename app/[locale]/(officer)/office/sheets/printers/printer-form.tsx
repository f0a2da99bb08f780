import { getTranslations } from "next-intl/server";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import type { Printers } from "@/lib/certificates/queries/find-printers";
import { lifeLimits } from "@/lib/certificates/life/schema";
import { savePrinter } from "./actions";
import { showTenths } from "./tenths";

interface Props {
  /** Of the page, in full. */
  title: string;
  locale: "en" | "fr";
  /** The one to set anew; none to add one. */
  printer: Printers[number] | undefined;
}

/** By how much a printer is off the fields of its sheets. */
export async function PrinterForm({ title, locale, printer }: Props) {
  const t = await getTranslations("life.printers");
  const value = (tenths: number | undefined) => showTenths(tenths ?? 0, locale);
  return (
    <PortalForm action={savePrinter} title={title}>
      {printer ? (
        <>
          <HiddenField name="seen" value={printer.id} />
          <HiddenField name="name" value={printer.name} />
        </>
      ) : (
        <TextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          maxLength={lifeLimits.printer}
          required
        />
      )}
      <div className="grid3">
        <TextField
          name="right"
          label={t("right")}
          hint={t("rightHint")}
          value={value(printer?.right)}
          width="w-8"
          after="mm"
          required
        />
        <TextField
          name="down"
          label={t("down")}
          hint={t("downHint")}
          value={value(printer?.down)}
          width="w-8"
          after="mm"
          required
        />
      </div>
      <div className="actions">
        <button className="button">{t("button")}</button>
      </div>
    </PortalForm>
  );
}
