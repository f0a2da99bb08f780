import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { Href } from "@/lib/i18n/navigation";

/** The way here; the current page is left out. */
export async function Breadcrumbs({ trail }: { trail: readonly { href: Href; text: string }[] }) {
  const t = await getTranslations("frame");
  return (
    <nav className="breadcrumbs container" aria-label={t("breadcrumbs")}>
      <ol>
        {trail.map(({ href, text }) => (
          <li key={text}>
            <PageLink href={href}>{text}</PageLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
