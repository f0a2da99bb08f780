import type en from "@/messages/en.json";
import type { Locale as PortalLocale } from "@/lib/i18n/routing";

declare module "next-intl" {
  interface AppConfig {
    Locale: PortalLocale;
    Messages: typeof en;
  }
}
