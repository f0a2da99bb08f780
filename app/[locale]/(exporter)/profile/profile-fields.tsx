import { getTranslations } from "next-intl/server";
import { CheckboxField } from "@/components/form/checkbox-field";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { provinces } from "@/lib/exporters/schema";

/** The questions of a profile, with the stored answers by field name. */
export async function ProfileFields({ values }: { values: Readonly<Record<string, string>> }) {
  const t = await getTranslations("profile");
  const field = (name: string) => ({ name, value: values[name], required: true });
  return (
    <>
      <h2>{t("applicant")}</h2>
      <TextField
        {...field("legalName")}
        label={t("legalName")}
        hint={t("legalNameHint")}
        width="w-full"
        autoComplete="organization"
        maxLength={100}
      />
      <h3>{t("address")}</h3>
      <TextArea
        {...field("addressLines")}
        label={t("addressLines")}
        hint={t("addressLinesHint")}
        rows={2}
      />
      <div className="fields fields--2">
        <TextField
          {...field("city")}
          label={t("city")}
          autoComplete="address-level2"
          maxLength={60}
        />
        <SelectField
          {...field("province")}
          label={t("province")}
          prompt={t("choose")}
          options={provinces.map((code) => ({ value: code, text: t(`provinces.${code}`) }))}
        />
      </div>
      <TextField
        {...field("postalCode")}
        label={t("postalCode")}
        width="w-8"
        autoComplete="postal-code"
        maxLength={12}
      />
      <TextField
        {...field("businessNumber")}
        required={false}
        label={t("businessNumber")}
        hint={t("businessNumberHint")}
        width="w-12"
      />
      <h2>{t("residency")}</h2>
      <CheckboxField
        {...field("residencyAttested")}
        label={t("residencyText")}
        hint={t("residencyHint")}
      />
    </>
  );
}
