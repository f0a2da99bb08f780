import { defineRouting } from "next-intl/routing";

/**
 * The address of every page in both languages; the keys are the folders under app/[locale]. The
 * language cookie remembers a choice; nothing else about the person is kept.
 */
export const routing = defineRouting({
  locales: ["en", "fr"],
  defaultLocale: "en",
  localePrefix: "always",
  localeCookie: { name: "KP_LOCALE", maxAge: 60 * 60 * 24 * 180 },
  alternateLinks: false,
  pathnames: {
    "/": "/",
    "/contact": { en: "/contact", fr: "/nous-joindre" },
    "/verify": { en: "/verify", fr: "/verifier" },
    "/sign-in": { en: "/sign-in", fr: "/ouvrir-session" },
    "/sign-in/problem": { en: "/sign-in/problem", fr: "/ouvrir-session/probleme" },
    "/signed-out": { en: "/signed-out", fr: "/session-fermee" },
    "/no-access": { en: "/no-access", fr: "/acces-refuse" },
    "/profile": { en: "/profile", fr: "/profil" },
    "/profile/new": { en: "/profile/new", fr: "/profil/nouveau" },
    "/profile/[exporterId]": { en: "/profile/[exporterId]", fr: "/profil/[exporterId]" },
    "/applications": { en: "/applications", fr: "/demandes" },
    "/applications/new": { en: "/applications/new", fr: "/demandes/nouvelle" },
    "/applications/[applicationId]": {
      en: "/applications/[applicationId]",
      fr: "/demandes/[applicationId]",
    },
    "/applications/[applicationId]/applicant": {
      en: "/applications/[applicationId]/applicant",
      fr: "/demandes/[applicationId]/demandeur",
    },
    "/applications/[applicationId]/delivery": {
      en: "/applications/[applicationId]/delivery",
      fr: "/demandes/[applicationId]/envoi",
    },
    "/applications/[applicationId]/consignee": {
      en: "/applications/[applicationId]/consignee",
      fr: "/demandes/[applicationId]/destinataire",
    },
    "/applications/[applicationId]/origin": {
      en: "/applications/[applicationId]/origin",
      fr: "/demandes/[applicationId]/origine",
    },
    "/applications/[applicationId]/goods": {
      en: "/applications/[applicationId]/goods",
      fr: "/demandes/[applicationId]/marchandises",
    },
    "/applications/[applicationId]/documents": {
      en: "/applications/[applicationId]/documents",
      fr: "/demandes/[applicationId]/pieces",
    },
    "/applications/[applicationId]/summary": {
      en: "/applications/[applicationId]/summary",
      fr: "/demandes/[applicationId]/sommaire",
    },
    "/applications/[applicationId]/receipt": {
      en: "/applications/[applicationId]/receipt",
      fr: "/demandes/[applicationId]/accuse-de-reception",
    },
    "/applications/[applicationId]/history": {
      en: "/applications/[applicationId]/history",
      fr: "/demandes/[applicationId]/historique",
    },
    "/applications/[applicationId]/cancel": {
      en: "/applications/[applicationId]/cancel",
      fr: "/demandes/[applicationId]/annuler",
    },
    "/certificates/[certificateId]": {
      en: "/certificates/[certificateId]",
      fr: "/certificats/[certificateId]",
    },
    "/office/queue": { en: "/office/queue", fr: "/bureau/file" },
    "/office/review/[applicationId]": {
      en: "/office/review/[applicationId]",
      fr: "/bureau/examen/[applicationId]",
    },
    "/office/review/[applicationId]/return": {
      en: "/office/review/[applicationId]/return",
      fr: "/bureau/examen/[applicationId]/retour",
    },
    "/office/review/[applicationId]/recommend": {
      en: "/office/review/[applicationId]/recommend",
      fr: "/bureau/examen/[applicationId]/recommandation",
    },
    "/office/review/[applicationId]/take-over": {
      en: "/office/review/[applicationId]/take-over",
      fr: "/bureau/examen/[applicationId]/reprise",
    },
    "/office/issue": { en: "/office/issue", fr: "/bureau/delivrance" },
    "/office/issue/[applicationId]": {
      en: "/office/issue/[applicationId]",
      fr: "/bureau/delivrance/[applicationId]",
    },
    "/office/certificates/[certificateId]": {
      en: "/office/certificates/[certificateId]",
      fr: "/bureau/certificats/[certificateId]",
    },
  },
});

export type Locale = (typeof routing.locales)[number];
export type Pathname = keyof typeof routing.pathnames;
