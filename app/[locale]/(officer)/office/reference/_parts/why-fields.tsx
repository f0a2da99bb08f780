import { useTranslations } from "next-intl";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { amendmentLimits } from "@/lib/amendments/schema";

/** From which day, on which basis and why: of every proposal. */
export function WhyFields({ day }: { day: string | null }) {
  const t = useTranslations("office.reference.form");
  return (
    <>
      {day === null ? null : (
        <TextField
          name="effectiveFrom"
          label={t("effectiveFrom")}
          hint={t("effectiveFromHint")}
          value={day}
          required
          width="w-12"
        />
      )}
      <TextField
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        required
        width="w-full"
        maxLength={amendmentLimits.source}
      />
      <TextArea name="why" label={t("why")} required rows={3} maxLength={amendmentLimits.reason} />
    </>
  );
}
