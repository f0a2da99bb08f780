import { useLocale, useTranslations } from "next-intl";
import { fileSize } from "@/lib/forms/file-size";
import type { Language } from "@/prisma/generated/enums";

interface Props {
  /** What it is: "Notice of deficiency". */
  name: string;
  /** Of the letter, without its language. */
  address: string;
  /** Those that are rendered. */
  letters: readonly { readonly language: Language; readonly size: number }[];
}

/** A letter of the office as PDF, in the reader's language and in the other; or that it is being prepared. */
export function LetterLinks({ name, address, letters }: Props) {
  const t = useTranslations("letters");
  const locale = useLocale();
  const sizeOf = (language: Language) => letters.find((each) => each.language === language)?.size;
  const other = locale === "fr" ? "en" : "fr";
  const [own, others] = [sizeOf(locale), sizeOf(other)];
  if (own === undefined) return <p role="status">{t("preparing", { name })}</p>;
  return (
    <p>
      <a href={`${address}/${locale}`}>{t("download", { name })}</a> ({fileSize(own, locale)})
      {others === undefined ? null : (
        <>
          {", "}
          <a href={`${address}/${other}`} hrefLang={other} lang={other}>
            {t(`in.${other}`)}
          </a>
        </>
      )}
    </p>
  );
}
