import { useTranslations } from "next-intl";
import { LiveSeals } from "./live-seals";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";

/** Containers with the number of the seal of each, and the parcels in them. */
export function ContainerFields({ values }: { values: Readonly<Record<string, string>> }) {
  const t = useTranslations("application.goods");
  const field = (name: string) => ({ name, value: values[name], required: true });
  // As many lines as there are seals, within what a screen shows.
  const rows = Math.min(Math.max(4, (values["seals"] ?? "").split("\n").length), 16);
  return (
    <>
      <h2>{t("containersHead")}</h2>
      <TextField
        {...field("containerCount")}
        label={t("containerCount")}
        inputMode="numeric"
        width="w-4"
        maxLength={12}
      />
      <TextArea {...field("seals")} label={t("seals")} hint={t("sealsHint")} rows={rows} />
      <LiveSeals
        words={{
          label: t("sealsLive"),
          count: t.raw("sealsCount") as string,
          wrong: t("sealsWrong"),
          repeated: t.raw("sealsRepeated") as string,
        }}
      />
      <TextField
        {...field("parcels")}
        label={t("parcels")}
        hint={t("parcelsHint")}
        inputMode="numeric"
        width="w-4"
        maxLength={12}
      />
    </>
  );
}
