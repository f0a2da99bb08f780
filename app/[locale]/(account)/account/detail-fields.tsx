import { getTranslations } from "next-intl/server";
import { ChoiceField } from "@/components/form/choice-field";
import { TextField } from "@/components/form/text-field";
import { Language } from "@/prisma/generated/enums";

interface Props {
  values: Readonly<Record<string, string>>;
  /** Officers sign: their title is printed in both languages. */
  officer: boolean;
}

/** What a person says of themselves, with the stored answers by field name. */
export async function DetailFields({ values, officer }: Props) {
  const t = await getTranslations("account.details");
  const field = (name: string) => ({ name, value: values[name] });
  return (
    <>
      <div className="fields fields--2">
        <TextField
          {...field("firstName")}
          label={t("firstName")}
          autoComplete="given-name"
          maxLength={60}
          required
        />
        <TextField
          {...field("lastName")}
          label={t("lastName")}
          autoComplete="family-name"
          maxLength={60}
          required
        />
      </div>
      <TextField
        {...field("organization")}
        label={t("organization")}
        autoComplete="organization"
        width="w-full"
        maxLength={100}
      />
      <TextField
        {...field("title")}
        label={t("jobTitle")}
        autoComplete="organization-title"
        width="w-full"
        maxLength={100}
      />
      {officer ? (
        <TextField
          {...field("titleFr")}
          label={t("titleFr")}
          hint={t("titleFrHint")}
          width="w-full"
          maxLength={100}
          lang="fr"
        />
      ) : null}
      <TextField
        {...field("phone")}
        type="tel"
        label={t("phone")}
        hint={t("phoneHint")}
        autoComplete="tel"
        width="w-20"
        maxLength={40}
      />
      <ChoiceField
        {...field("language")}
        label={t("language")}
        choices={Object.values(Language).map((value) => ({
          value,
          text: t(`languages.${value}`),
        }))}
        inline
        required
      />
    </>
  );
}
