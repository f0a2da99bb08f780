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
    "/certificates/[certificateId]": {
      en: "/certificates/[certificateId]",
      fr: "/certificats/[certificateId]",
    },
    "/imports/[importId]": { en: "/imports/[importId]", fr: "/importations/[importId]" },
    "/office/queue": { en: "/office/queue", fr: "/bureau/file" },
    "/office/queue/views": { en: "/office/queue/views", fr: "/bureau/file/vues" },
    "/office/queue/views/[viewId]": {
      en: "/office/queue/views/[viewId]",
      fr: "/bureau/file/vues/[viewId]",
    },
    "/office/overdue": { en: "/office/overdue", fr: "/bureau/retards" },
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
    "/office/review/[applicationId]/versions/[submission]": {
      en: "/office/review/[applicationId]/versions/[submission]",
      fr: "/bureau/examen/[applicationId]/versions/[submission]",
    },
    "/office/review/[applicationId]/changes": {
      en: "/office/review/[applicationId]/changes",
      fr: "/bureau/examen/[applicationId]/changements",
    },
    "/office/review/[applicationId]/extend": {
      en: "/office/review/[applicationId]/extend",
      fr: "/bureau/examen/[applicationId]/prolongation",
    },
    "/office/review/[applicationId]/withdrawal": {
      en: "/office/review/[applicationId]/withdrawal",
      fr: "/bureau/examen/[applicationId]/retrait",
    },
    "/office/paper": { en: "/office/paper", fr: "/bureau/papier" },
    "/office/paper/new": { en: "/office/paper/new", fr: "/bureau/papier/saisie" },
    "/office/imports": { en: "/office/imports", fr: "/bureau/importations" },
    "/office/imports/new": { en: "/office/imports/new", fr: "/bureau/importations/inscription" },
    "/office/imports/announcements/[announcementId]": {
      en: "/office/imports/announcements/[announcementId]",
      fr: "/bureau/importations/annonces/[announcementId]",
    },
    "/office/imports/[importId]": {
      en: "/office/imports/[importId]",
      fr: "/bureau/importations/[importId]",
    },
    "/office/imports/[importId]/original": {
      en: "/office/imports/[importId]/original",
      fr: "/bureau/importations/[importId]/original",
    },
    "/office/documents/[documentId]": {
      en: "/office/documents/[documentId]",
      fr: "/bureau/documents/[documentId]",
    },
    "/office/imports/[importId]/confirmation": {
      en: "/office/imports/[importId]/confirmation",
      fr: "/bureau/importations/[importId]/confirmation",
    },
    "/office/imports/[importId]/correction": {
      en: "/office/imports/[importId]/correction",
      fr: "/bureau/importations/[importId]/rectification",
    },
    "/office/search": { en: "/office/search", fr: "/bureau/recherche" },
    "/office/exporters": { en: "/office/exporters", fr: "/bureau/exportateurs" },
    "/office/exporters/[exporterId]": {
      en: "/office/exporters/[exporterId]",
      fr: "/bureau/exportateurs/[exporterId]",
    },
    "/office/exporters/[exporterId]/merge": {
      en: "/office/exporters/[exporterId]/merge",
      fr: "/bureau/exportateurs/[exporterId]/fusion",
    },
    "/office/merges/[mergeId]": {
      en: "/office/merges/[mergeId]",
      fr: "/bureau/fusions/[mergeId]",
    },
    "/office/people/[userId]": {
      en: "/office/people/[userId]",
      fr: "/bureau/personnes/[userId]",
    },
    "/office/users": { en: "/office/users", fr: "/bureau/utilisateurs" },
    "/office/users/invite": { en: "/office/users/invite", fr: "/bureau/utilisateurs/invitation" },
    "/office/users/[userId]": {
      en: "/office/users/[userId]",
      fr: "/bureau/utilisateurs/[userId]",
    },
    "/office/audit": { en: "/office/audit", fr: "/bureau/journal" },
    "/office/audit/chain": { en: "/office/audit/chain", fr: "/bureau/journal/chaine" },
    "/office/timeline/[kind]/[recordId]": {
      en: "/office/timeline/[kind]/[recordId]",
      fr: "/bureau/historique/[kind]/[recordId]",
    },
    "/office/retention": { en: "/office/retention", fr: "/bureau/conservation" },
    "/office/retention/[holdId]": {
      en: "/office/retention/[holdId]",
      fr: "/bureau/conservation/[holdId]",
    },
    "/office/texts": { en: "/office/texts", fr: "/bureau/textes" },
    "/office/texts/[kind]": { en: "/office/texts/[kind]", fr: "/bureau/textes/[kind]" },
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
