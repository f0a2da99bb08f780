import { routing } from "@/lib/i18n/routing";
import type { Locale, Pathname } from "@/lib/i18n/routing";

/** The full address of a page of the portal in one language. `origin` is PORTAL_URL. */
export function pageAddress(
  origin: string,
  locale: Locale,
  pathname: Pathname,
  parameters: Readonly<Record<string, string>> = {},
): string {
  const template: string | Readonly<Record<Locale, string>> = routing.pathnames[pathname];
  const localised = typeof template === "string" ? template : template[locale];
  const path = localised.replace(/\[(\w+)\]/g, (_whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`${pathname} needs ${name}.`);
    return encodeURIComponent(value);
  });
  return `${origin}/${locale}${path === "/" ? "" : path}`;
}

/** A letter or figure that can stand in a mail address: no separator, white space, control or look-alike of @. */
const PART = String.raw`[^\s@,;:<>()\[\]"\\\p{C}\uFF20\uFE6B]+`;
const MAILBOX = new RegExp(`^${PART}@${PART}\\.${PART}$`, "u");

/** True for exactly one bare mail address; false for a list, a name with an address, or a hidden header. */
export function isMailbox(text: string): boolean {
  return text.length <= 254 && MAILBOX.test(text);
}
