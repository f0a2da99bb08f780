import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";

/** The sign-in partners' names in accounts, in sessions and in the callback's address. */
export const partnerIds = ["gckey", "partner"] as const;
export type PartnerId = (typeof partnerIds)[number];

/** An OpenID issuer with whom people sign in. */
export interface Partner {
  readonly id: PartnerId;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The contexts that stand for a password and a second factor; a sign-in must prove one of them. */
  readonly acr: readonly string[];
  readonly name: Readonly<Record<Locale, string>>;
}

const listed = (acr: string) => acr.split(/\s+/).filter(Boolean);

/** GCKey, and the second partner where one is configured. */
export function partners(): readonly Partner[] {
  const settings = env();
  const gckey: Partner = {
    id: "gckey",
    issuer: settings.OIDC_ISSUER,
    clientId: settings.OIDC_CLIENT_ID,
    clientSecret: settings.OIDC_CLIENT_SECRET,
    acr: listed(settings.OIDC_ACR),
    name: { en: "GCKey", fr: "CléGC" },
  };
  const { OIDC_PARTNER_ISSUER: issuer, OIDC_PARTNER_ACR: acr } = settings;
  if (!issuer || !acr) return [gckey];
  const second: Partner = {
    id: "partner",
    issuer,
    clientId: settings.OIDC_PARTNER_CLIENT_ID ?? "",
    clientSecret: settings.OIDC_PARTNER_CLIENT_SECRET ?? "",
    acr: listed(acr),
    name: { en: settings.OIDC_PARTNER_NAME_EN ?? "", fr: settings.OIDC_PARTNER_NAME_FR ?? "" },
  };
  return [gckey, second];
}

/** The partner of this name; undefined for one that is not configured. */
export function partnerOf(id: unknown): Partner | undefined {
  return partners().find((partner) => partner.id === id);
}
