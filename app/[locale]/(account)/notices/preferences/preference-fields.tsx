import { useTranslations } from "next-intl";
import { ChoiceField } from "@/components/form/choice-field";
import type { Preference } from "@/lib/notices/queries";
import { channelField } from "@/lib/notices/schema";
import { Language } from "@/prisma/generated/enums";

interface Props {
  /** Those about which there is a choice. */
  types: readonly Preference[];
  language: Language;
}

/** One question for each type, with what it means, and the language of all. */
export function PreferenceFields({ types, language }: Props) {
  const t = useTranslations("notices");
  const account = useTranslations("account.details");
  return (
    <>
      {types.map(({ type, channel, channels }) => (
        <ChoiceField
          key={type}
          name={channelField(type)}
          label={t(`types.${type}.name`)}
          hint={t(`types.${type}.means`)}
          value={channel}
          choices={channels.map((value) => ({ value, text: t(`channels.${value}`) }))}
          inline
          required
          marked={false}
        />
      ))}
      <ChoiceField
        name="language"
        label={account("language")}
        hint={t("preferences.languageHint")}
        value={language}
        choices={Object.values(Language).map((value) => ({
          value,
          text: account(`languages.${value}`),
        }))}
        inline
        required
        marked={false}
      />
    </>
  );
}
