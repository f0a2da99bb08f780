import { getLocale, getTranslations } from "next-intl/server";
import { NavCount } from "@/components/layout/nav-count";
import { NavLink } from "@/components/layout/nav-link";
import { currentPath } from "@/lib/auth/acting-for";
import { currentPerson } from "@/lib/auth/current";
import { parameterIn } from "@/lib/i18n/alternate";
import { getPathname } from "@/lib/i18n/navigation";
import { countUnreadNotices } from "@/lib/notices/queries";

/** The way to the reader's notices, with how many they have not opened; what is opened now is not counted. */
export async function NoticesLink() {
  const person = await currentPerson();
  if (!person) return null;
  const t = await getTranslations("frame");
  const path = await currentPath();
  const count = await countUnreadNotices(
    { userId: person.id },
    { noticeId: parameterIn(path, "noticeId"), threadId: parameterIn(path, "threadId") },
  );
  return (
    <NavLink address={getPathname({ href: "/notices", locale: await getLocale() })}>
      {t("notices")}
      <NavCount count={count} label={t("unreadNotices", { count })} />
    </NavLink>
  );
}
