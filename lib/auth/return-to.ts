import { routing } from "@/lib/i18n/routing";

/** The page wanted after signing in, if it is a page of the portal; an address elsewhere is ignored. */
export function safeReturnTo(wanted: unknown): string | null {
  if (typeof wanted !== "string" || wanted.length > 1_000 || !/^\/[\x21-\x7e]*$/.test(wanted))
    return null;
  if (wanted.includes("\\") || wanted.startsWith("//")) return null;
  const [, first] = wanted.split(/[/?#]/);
  return routing.locales.some((locale) => locale === first) ? wanted : null;
}
