import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/routing";
import type { FoundMail } from "@/lib/mail/queries/find-mail";

interface Props {
  shown: FoundMail["shown"];
  /** The language that its reader sees first. */
  first: Locale;
}

/** What the mail says in both languages, as text: nothing in it can be pressed, and tokens of links are left out. */
export async function SaidBox({ shown, first }: Props) {
  const t = await getTranslations("office.emails");
  const second = first === "en" ? "fr" : "en";
  return (
    <section className="box" aria-labelledby="said-title">
      <h2 id="said-title">{t("said.title")}</h2>
      {shown === null ? <p>{t("said.unreadable")}</p> : null}
      {shown === null
        ? null
        : ([first, second] as const).map((language) => (
            <div key={language}>
              <h3>{t(`said.${language}`)}</h3>
              <div lang={language === "en" ? "en-CA" : "fr-CA"}>
                <p>
                  <b>{shown[language].subject}</b>
                </p>
                <p className="written">{shown[language].text}</p>
              </div>
            </div>
          ))}
    </section>
  );
}
