import { getLocale, getTranslations } from "next-intl/server";
import { menuCounts } from "@/app/[locale]/(officer)/office/menu-counts";
import { NavCount } from "@/components/layout/nav-count";
import { NavLink } from "@/components/layout/nav-link";
import { NavMore } from "@/components/layout/nav-more";
import { getPathname } from "@/lib/i18n/navigation";
import type { OfficerRole } from "@/prisma/generated/enums";

interface Item {
  readonly href: Parameters<typeof getPathname>[0]["href"];
  readonly label: string;
  /** Who has use of it; everybody of the office where none is named. */
  readonly roles?: readonly OfficerRole[];
  readonly waiting?: number;
  /** What the count is of, where that is not what waits. */
  readonly counted?: string;
}

const keepers: readonly OfficerRole[] = ["administrator", "auditor"];

/** The menu of the office: the work of every day in a row, what is seldom needed behind it. */
export async function OfficeMenu({ roles }: { roles: readonly OfficerRole[] }) {
  const t = await getTranslations("frame");
  const locale = await getLocale();
  const { inbox, imports, dead } = await menuCounts();
  const neverSent = t("neverSent", { count: dead });
  const daily: Item[] = [
    { href: "/office/queue", label: t("queue") },
    { href: "/office/issue", label: t("toIssue"), roles: ["signatory"] },
    { href: "/office/paper", label: t("paper"), roles: ["reviewer"] },
    { href: "/office/inbox", label: t("inbox"), waiting: inbox },
    { href: "/office/imports", label: t("imports"), waiting: imports },
    { href: "/office/certificates", label: t("certificates") },
    { href: "/office/exporters", label: t("exporters") },
  ];
  const seldom: Item[] = [
    { href: "/office/emails", label: t("emails"), waiting: dead, counted: neverSent },
    { href: "/office/reference", label: t("reference") },
    { href: "/office/broadcasts", label: t("announcements") },
    { href: "/office/users", label: t("users"), roles: keepers },
    { href: "/office/texts", label: t("texts"), roles: keepers },
    { href: "/office/audit", label: t("audit"), roles: keepers },
    { href: "/office/retention", label: t("retention"), roles: keepers },
  ];
  const link = ({ href, label, waiting = 0, counted }: Item) => (
    <NavLink key={label} address={getPathname({ href, locale })}>
      {label}
      <NavCount count={waiting} label={counted ?? t("waiting", { count: waiting })} />
    </NavLink>
  );
  const mine = ({ roles: whose }: Item) => !whose || whose.some((role) => roles.includes(role));
  return (
    <>
      {daily.filter(mine).map(link)}
      <NavMore label={t("more")} count={<NavCount count={dead} label={neverSent} />}>
        {seldom.filter(mine).map(link)}
      </NavMore>
    </>
  );
}
