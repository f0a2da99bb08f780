"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { alternateAddress } from "@/lib/i18n/alternate";

/** To the same page in the other language. */
export function LanguageSwitch() {
  const search = useSearchParams().toString();
  const { locale, href } = alternateAddress(usePathname(), search ? `?${search}` : "");
  return (
    <p className="language">
      <a href={href} lang={locale} hrefLang={locale}>
        {locale === "fr" ? "Français" : "English"}
      </a>
    </p>
  );
}
