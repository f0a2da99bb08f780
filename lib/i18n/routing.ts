import { referencePathnames } from "@/lib/i18n/reference-pathnames";
import { defineRouting } from "next-intl/routing";
import { officePathnames } from "@/lib/i18n/office-pathnames";

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
    "/service-standard": { en: "/service-standard", fr: "/norme-de-service" },
    "/sign-in": { en: "/sign-in", fr: "/ouvrir-session" },
    "/sign-in/problem": { en: "/sign-in/problem", fr: "/ouvrir-session/probleme" },
    "/sign-in/confirmed": { en: "/sign-in/confirmed", fr: "/ouvrir-session/confirmee" },
    "/signed-out": { en: "/signed-out", fr: "/session-fermee" },
    "/no-access": { en: "/no-access", fr: "/acces-refuse" },
    "/terms": { en: "/terms", fr: "/modalites" },
    "/privacy": { en: "/privacy", fr: "/confidentialite" },
    "/accessibility": { en: "/accessibility", fr: "/accessibilite" },
    "/welcome/terms": { en: "/welcome/terms", fr: "/bienvenue/modalites" },
    "/welcome/profile": { en: "/welcome/profile", fr: "/bienvenue/profil" },
    "/welcome/email": { en: "/welcome/email", fr: "/bienvenue/courriel" },
    "/confirm/[token]": { en: "/confirm/[token]", fr: "/confirmer/[token]" },
    "/import-confirmation/[token]": {
      en: "/import-confirmation/[token]",
      fr: "/confirmation-importation/[token]",
    },
    "/invitation/[token]": "/invitation/[token]",
    "/office-invitation/[token]": {
      en: "/office-invitation/[token]",
      fr: "/invitation-bureau/[token]",
    },
    "/home": { en: "/home", fr: "/accueil" },
    "/account": { en: "/account", fr: "/compte" },
    "/account/details": { en: "/account/details", fr: "/compte/renseignements" },
    "/account/email": { en: "/account/email", fr: "/compte/courriel" },
    "/account/sessions": { en: "/account/sessions", fr: "/compte/sessions" },
    "/account/credentials": { en: "/account/credentials", fr: "/compte/justificatifs" },
    "/profile": { en: "/profile", fr: "/profil" },
    "/profile/new": { en: "/profile/new", fr: "/profil/nouveau" },
    "/profile/[exporterId]": { en: "/profile/[exporterId]", fr: "/profil/[exporterId]" },
    "/profile/access": { en: "/profile/access", fr: "/profil/acces" },
    "/profile/[exporterId]/book": {
      en: "/profile/[exporterId]/address-book",
      fr: "/profil/[exporterId]/carnet-d-adresses",
    },
    "/profile/[exporterId]/representatives": {
      en: "/profile/[exporterId]/representatives",
      fr: "/profil/[exporterId]/representants",
    },
    "/profile/[exporterId]/representatives/history": {
      en: "/profile/[exporterId]/representatives/history",
      fr: "/profil/[exporterId]/representants/historique",
    },
    "/profile/[exporterId]/representatives/access/[requestId]": {
      en: "/profile/[exporterId]/representatives/access/[requestId]",
      fr: "/profil/[exporterId]/representants/acces/[requestId]",
    },
    "/profile/[exporterId]/representatives/[mandateId]": {
      en: "/profile/[exporterId]/representatives/[mandateId]",
      fr: "/profil/[exporterId]/representants/[mandateId]",
    },
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
    "/applications/[applicationId]/versions/[submission]": {
      en: "/applications/[applicationId]/versions/[submission]",
      fr: "/demandes/[applicationId]/versions/[submission]",
    },
    "/applications/[applicationId]/history": {
      en: "/applications/[applicationId]/history",
      fr: "/demandes/[applicationId]/historique",
    },
    "/applications/[applicationId]/cancel": {
      en: "/applications/[applicationId]/cancel",
      fr: "/demandes/[applicationId]/annuler",
    },
    "/applications/[applicationId]/withdraw": {
      en: "/applications/[applicationId]/withdraw",
      fr: "/demandes/[applicationId]/retrait",
    },
    "/imports": { en: "/imports", fr: "/importations" },
    "/imports/new": { en: "/imports/new", fr: "/importations/nouvelle" },
    "/imports/announcements/[announcementId]": {
      en: "/imports/announcements/[announcementId]",
      fr: "/importations/annonces/[announcementId]",
    },
    "/imports/announcements/[announcementId]/details": {
      en: "/imports/announcements/[announcementId]/details",
      fr: "/importations/annonces/[announcementId]/renseignements",
    },
    "/messages": "/messages",
    "/messages/new": { en: "/messages/new", fr: "/messages/nouveau" },
    "/messages/[threadId]": "/messages/[threadId]",
    "/notices": { en: "/notices", fr: "/avis" },
    "/notices/preferences": { en: "/notices/preferences", fr: "/avis/preferences" },
    "/notices/[noticeId]": { en: "/notices/[noticeId]", fr: "/avis/[noticeId]" },
    "/certificates/[certificateId]": {
      en: "/certificates/[certificateId]",
      fr: "/certificats/[certificateId]",
    },
    "/certificates/[certificateId]/text": {
      en: "/certificates/[certificateId]/text",
      fr: "/certificats/[certificateId]/texte",
    },
    "/certificates/[certificateId]/export": {
      en: "/certificates/[certificateId]/export",
      fr: "/certificats/[certificateId]/exportation",
    },
    "/certificates/[certificateId]/loss": {
      en: "/certificates/[certificateId]/loss",
      fr: "/certificats/[certificateId]/perte",
    },
    "/certificates/[certificateId]/replacement": {
      en: "/certificates/[certificateId]/replacement",
      fr: "/certificats/[certificateId]/remplacement",
    },
    "/imports/[importId]": { en: "/imports/[importId]", fr: "/importations/[importId]" },
    ...officePathnames,
    ...referencePathnames,
  },
});

export type Locale = (typeof routing.locales)[number];
export type Pathname = keyof typeof routing.pathnames;
