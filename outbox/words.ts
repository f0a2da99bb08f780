export type Language = "en" | "fr";

type Words = {
  title: string;
  intro: string;
  other: string;
  skip: string;
  search: string;
  find: string;
  all: string;
  received: string;
  to: string;
  cc: string;
  bcc: string;
  from: string;
  replyTo: string;
  subject: string;
  none: string;
  noneFound: (recipient: string) => string;
  count: (mails: number) => string;
  newer: string;
  older: string;
  pages: string;
  back: string;
  details: string;
  formatted: string;
  plain: string;
  noHtml: string;
  noText: string;
  attachments: string;
  notFound: string;
  wrong: string;
};

export const words: Record<Language, Words> = {
  en: {
    title: "Email outbox",
    intro:
      "Emails the portal sent on this machine. They are kept here and go no further: nothing reaches the people named.",
    other: "Français",
    skip: "Skip to main content",
    search: "Recipient",
    find: "Search",
    all: "Show all emails",
    received: "Received",
    to: "To",
    cc: "Copy",
    bcc: "Hidden copy",
    from: "From",
    replyTo: "Replies to",
    subject: "Subject",
    none: "No email yet.",
    noneFound: (recipient) => `No email to “${recipient}”.`,
    count: (mails) => (mails === 1 ? "1 email" : `${mails} emails`),
    newer: "Newer emails",
    older: "Older emails",
    pages: "Pages of emails",
    back: "All emails",
    details: "Headers",
    formatted: "Formatted message",
    plain: "Plain text",
    noHtml: "This email has no formatted message.",
    noText: "This email has no plain text.",
    attachments: "Attachments",
    notFound: "There is no such email here.",
    wrong: "Something went wrong.",
  },
  fr: {
    title: "Boîte d’envoi",
    intro:
      "Courriels que le portail a envoyés sur cette machine. Ils sont conservés ici et ne vont pas plus loin : personne ne les reçoit.",
    other: "English",
    skip: "Passer au contenu principal",
    search: "Destinataire",
    find: "Rechercher",
    all: "Afficher tous les courriels",
    received: "Reçu",
    to: "À",
    cc: "Copie",
    bcc: "Copie cachée",
    from: "De",
    replyTo: "Réponses à",
    subject: "Objet",
    none: "Aucun courriel pour le moment.",
    noneFound: (recipient) => `Aucun courriel adressé à « ${recipient} ».`,
    count: (mails) => (mails < 2 ? `${mails} courriel` : `${mails} courriels`),
    newer: "Courriels plus récents",
    older: "Courriels plus anciens",
    pages: "Pages de courriels",
    back: "Tous les courriels",
    details: "En-têtes",
    formatted: "Message mis en forme",
    plain: "Texte brut",
    noHtml: "Ce courriel n’a pas de message mis en forme.",
    noText: "Ce courriel n’a pas de texte brut.",
    attachments: "Pièces jointes",
    notFound: "Il n’y a pas de tel courriel ici.",
    wrong: "Une erreur s’est produite.",
  },
};

/** The language asked for in the address, else the browser's first of the two. */
export function languageOf(url: URL, acceptLanguage: string | undefined): Language {
  const asked = url.searchParams.get("lang");
  if (asked === "en" || asked === "fr") return asked;
  return /\b(en|fr)\b/i.exec(acceptLanguage ?? "")?.[1]?.toLowerCase() === "fr" ? "fr" : "en";
}
