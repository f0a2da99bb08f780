import { getLocale, getTranslations } from "next-intl/server";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { FollowUp } from "@/lib/certificates/queries/find-life";
import type { Printers } from "@/lib/certificates/queries/find-printers";
import { has } from "@/lib/certificates/life/life";
import type { OfficeStep } from "@/lib/certificates/life/office-steps";
import { lifeLimits, stepForms } from "@/lib/certificates/life/schema";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";

interface Props {
  step: OfficeStep;
  certificate: FollowUp;
  /** The blank sheet that is printed on next. */
  nextSheet: number | null;
  /** What can be printed with, where the sheets are pre-printed. */
  printers: Printers;
}

/** What a step asks, in the order of its form. */
export async function StepFields({ step, certificate, nextSheet, printers }: Props) {
  const t = await getTranslations("life");
  const locale = await getLocale();
  const names = Object.keys(stepForms[step].fields) as (keyof typeof labels)[];
  const labels = {
    sheet: t("fields.sheet"),
    printer: t("fields.printer"),
    reason: t("fields.reason"),
    on: t("fields.on"),
    carrier: t("fields.carrier"),
    tracking: t("fields.tracking"),
    exportedOn: t("fields.exportedOn"),
    words: t("fields.words"),
    authority: t("fields.authority"),
    recipient: t("fields.recipient"),
  };
  const { exportedOn } = certificate.report;
  return names.map((name) => {
    const label = labels[name];
    switch (name) {
      case "sheet":
        return (
          <TextField
            key={name}
            name={name}
            label={label}
            inputMode="numeric"
            width="w-12"
            required
            {...(nextSheet === null ? {} : { hint: t("nextSheet", { number: String(nextSheet) }) })}
          />
        );
      case "printer":
        return printers.length > 0 ? (
          <SelectField
            key={name}
            name={name}
            label={label}
            hint={t("printers.choose")}
            prompt={t("printers.plain")}
            options={printers.map(({ id, name: text }) => ({ value: id, text }))}
          />
        ) : null;
      case "on":
      case "exportedOn":
        return (
          <TextField
            key={name}
            name={name}
            label={label}
            hint={t("today", { today: todayInOttawa() })}
            width="w-12"
            required
            {...(name === "exportedOn" && exportedOn
              ? { value: showDate(exportedOn, locale) }
              : {})}
          />
        );
      case "reason":
        return has(certificate.steps, "printed") ? (
          <TextArea
            key={name}
            name={name}
            label={label}
            required
            rows={2}
            maxLength={lifeLimits.words}
          />
        ) : null;
      case "words":
        return (
          <TextArea
            key={name}
            name={name}
            label={label}
            required={step !== "surrender"}
            rows={3}
            maxLength={lifeLimits.words}
          />
        );
      case "carrier":
      case "tracking":
      case "authority":
      case "recipient":
        return (
          <TextField
            key={name}
            name={name}
            label={label}
            required={name !== "tracking"}
            {...(name === "recipient" ? { type: "email" as const } : {})}
            maxLength={lifeLimits.authority}
          />
        );
    }
  });
}
