import { getLocale, getTranslations } from "next-intl/server";
import { getPathname } from "@/lib/i18n/navigation";

/** The small box in the head of every page of the desk. */
export async function FindForm() {
  const t = await getTranslations("search");
  const locale = await getLocale();
  return (
    <form
      className="find"
      method="get"
      action={getPathname({ href: "/office/search", locale })}
      role="search"
      aria-label={t("headLabel")}
    >
      <label className="visually-hidden" htmlFor="find">
        {t("text")}
      </label>
      <input type="search" id="find" name="text" maxLength={100} placeholder={t("placeholder")} />
      <button className="button button--secondary">{t("headButton")}</button>
    </form>
  );
}
