import type { Metadata } from "next";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { KeptText } from "./kept-text";
import { fullTitle } from "@/lib/i18n/full-title";
import { routing } from "@/lib/i18n/routing";
import "@/app/styles/tokens.css";
import "@/app/styles/look.css";
import "@/app/styles/portal.css";

export const dynamicParams = false;

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame");
  return {
    title: {
      template: await fullTitle("%s"),
      default: `${t("portal")} - ${t("canada")}`,
    },
    robots: { index: false },
    icons: { icon: "/icons/portal.svg" },
  };
}

export default async function PortalLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale: asked } = await params;
  // The proxy lets no page through whose address begins with anything but a language.
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const t = await getTranslations("frame");
  return (
    <html lang={`${locale}-CA`}>
      <body>
        <a className="skip" href="#main">
          {t("skip")}
        </a>
        {/* No sentence travels to the browser but those of forms, with their form. */}
        <NextIntlClientProvider messages={null}>
          <KeptText>{children}</KeptText>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
