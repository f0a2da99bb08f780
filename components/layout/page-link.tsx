import { useLocale } from "next-intl";
import type { AnchorHTMLAttributes } from "react";
import { getPathname, type Href } from "@/lib/i18n/navigation";

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  href: Href;
}

/**
 * A link to a page of the portal in the reader's language. A plain anchor: pages are small and come
 * whole from the server, so the browser's own navigation keeps focus, title and history right.
 */
export function PageLink({ href, children, ...rest }: Props) {
  const locale = useLocale();
  return (
    <a href={getPathname({ href, locale })} {...rest}>
      {children}
    </a>
  );
}
