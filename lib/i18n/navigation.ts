import { createNavigation } from "next-intl/navigation";
import { redirect as redirectTo } from "next/navigation";
import { routing, type Locale } from "@/lib/i18n/routing";

const made = createNavigation(routing);

/** Localised addresses, without the question mark of an empty query. Links are drawn by components/layout/page-link.tsx. */
export const getPathname: typeof made.getPathname = (to) => made.getPathname(to).replace(/\?$/, "");

/** A page with its parameters, as the route table names it. */
export type Href = Parameters<typeof getPathname>[0]["href"];

export function redirect(to: { href: Href; locale: Locale }): never {
  return redirectTo(getPathname(to));
}

/** To a place on a page: the element with this id. */
export function redirectToPlace(to: { href: Href; locale: Locale; place: string }): never {
  return redirectTo(`${getPathname(to)}#${to.place}`);
}

/** To an address that was found to be one of the portal's pages, or the credential provider's. */
export function redirectToAddress(address: string): never {
  return redirectTo(address);
}
