import { getLocale, getTranslations } from "next-intl/server";
import { unreadNotices } from "@/app/[locale]/unread-notices";
import { NavCount } from "@/components/layout/nav-count";
import { NavLink } from "@/components/layout/nav-link";
import { currentPerson } from "@/lib/auth/current";
import { getPathname } from "@/lib/i18n/navigation";

/** The way to the reader's notices, with how many they have not opened. */
export async function NoticesLink() {
  if (!(await currentPerson())) return null;
  const t = await getTranslations("frame");
  const count = await unreadNotices();
  return (
    <NavLink address={getPathname({ href: "/notices", locale: await getLocale() })}>
      {t("notices")}
      <NavCount count={count} label={t("unreadNotices", { count })} />
    </NavLink>
  );
}
