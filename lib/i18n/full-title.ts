import { getTranslations } from "next-intl/server";

/** The title of a page as the browser shows it. */
export async function fullTitle(title: string): Promise<string> {
  const t = await getTranslations("frame");
  return `${title} - ${t("portal")} - ${t("canada")}`;
}
