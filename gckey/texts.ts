import type { Language } from "@/gckey/accounts";
import { account } from "@/gckey/texts/account";
import { recovery } from "@/gckey/texts/recovery";
import { registration } from "@/gckey/texts/registration";
import { secondFactor } from "@/gckey/texts/second-factor";
import { signInTexts } from "@/gckey/texts/sign-in";

const en = {
  language: "en",
  locale: "en-CA",
  government: "Government of Canada",
  skip: "Skip to main content",
  service: "GCKey",
  portal: "Kimberley Process Portal",
  titleEnd: "GCKey - Canada.ca",
  errorPrefix: "Error: ",
  problem: "There is a problem",
  required: "(required)",
  embedded:
    "This sign-in service comes with the portal, for demonstration and development. It is not the GCKey service of the Government of Canada.",
  backToPortal: "Return to the Kimberley Process Portal",
  optional: "(optional)",
  ruleMet: " – met",
  ruleOpen: " – not met yet",
  wait: (amount: number, unit: "seconds" | "minutes") =>
    `Too many failed attempts. Wait ${amount} ${amount === 1 ? unit.slice(0, -1) : unit}, then try again`,
  expired: {
    title: "This page has expired",
    text: "A sign-in must be finished within an hour, in the browser that began it, and each page can be used once. Go back to the portal and sign in again.",
  },
  failed: {
    title: "The sign-in cannot go on",
    text: "The request that brought you here is not complete or not valid. Go back to the portal and sign in again.",
    reason: "Reason, for the help desk:",
  },
  unavailable: {
    title: "Sign-in is not available at the moment",
    text: "Wait a minute, then try again. Nothing you saved in the portal is lost.",
  },
  notFound: {
    title: "Page not found",
    text: "There is no page at this address. Go back to the portal.",
  },
  signOut: {
    title: "Do you want to sign out of GCKey?",
    text: "You will also be signed out of the Kimberley Process Portal in this browser.",
    yes: "Sign out",
    no: "Stay signed in",
  },
  signedOut: {
    title: "You have signed out",
    text: "Close the browser if you share this computer.",
  },
  revoked: {
    title: "Your GCKey is revoked",
    text: "Nobody can sign in with it again, and every session with it has ended. To use the portal, register another GCKey.",
  },
  ...signInTexts.en,
  registration: registration.en,
  secondFactor: secondFactor.en,
  recovery: recovery.en,
  account: account.en,
};

export type Texts = typeof en;

const fr: Texts = {
  language: "fr",
  locale: "fr-CA",
  government: "Gouvernement du Canada",
  skip: "Passer au contenu principal",
  service: "CléGC",
  portal: "Portail du Processus de Kimberley",
  titleEnd: "CléGC - Canada.ca",
  errorPrefix: "Erreur : ",
  problem: "Il y a un problème",
  required: "(obligatoire)",
  embedded:
    "Ce service d’ouverture de session accompagne le portail à des fins de démonstration et de développement. Il ne s’agit pas du service CléGC du gouvernement du Canada.",
  backToPortal: "Retourner au Portail du Processus de Kimberley",
  optional: "(facultatif)",
  ruleMet: " – respecté",
  ruleOpen: " – pas encore respecté",
  wait: (amount, unit) =>
    `Trop d’essais infructueux. Attendez ${amount} ${amount < 2 ? { seconds: "seconde", minutes: "minute" }[unit] : { seconds: "secondes", minutes: "minutes" }[unit]}, puis essayez de nouveau`,
  expired: {
    title: "Cette page a expiré",
    text: "Une connexion doit se terminer en une heure, dans le navigateur où elle a commencé, et chaque page ne sert qu’une fois. Retournez au portail et connectez-vous de nouveau.",
  },
  failed: {
    title: "La connexion ne peut pas se poursuivre",
    text: "La demande qui vous a mené ici est incomplète ou non valide. Retournez au portail et connectez-vous de nouveau.",
    reason: "Motif, pour le service d’aide :",
  },
  unavailable: {
    title: "La connexion n’est pas offerte pour le moment",
    text: "Attendez une minute, puis essayez de nouveau. Rien de ce que vous avez sauvegardé dans le portail n’est perdu.",
  },
  notFound: {
    title: "Page introuvable",
    text: "Il n’y a aucune page à cette adresse. Retournez au portail.",
  },
  signOut: {
    title: "Voulez-vous fermer votre session CléGC ?",
    text: "Votre session au Portail du Processus de Kimberley prendra fin aussi dans ce navigateur.",
    yes: "Fermer la session",
    no: "Rester connecté",
  },
  signedOut: {
    title: "Votre session est fermée",
    text: "Fermez le navigateur si vous partagez cet ordinateur.",
  },
  revoked: {
    title: "Votre CléGC est révoquée",
    text: "Plus personne ne peut se connecter avec elle, et toutes les sessions ouvertes avec elle ont pris fin. Pour utiliser le portail, enregistrez-vous pour une autre CléGC.",
  },
  ...signInTexts.fr,
  registration: registration.fr,
  secondFactor: secondFactor.fr,
  recovery: recovery.fr,
  account: account.fr,
};

const texts: Record<Language, Texts> = { en, fr };

export function textsOf(language: Language): Texts {
  return texts[language];
}

export function otherLanguage(language: Language): Language {
  return language === "en" ? "fr" : "en";
}

/** How each language calls itself. */
export const languageNames: Record<Language, string> = { en: "English", fr: "Français" };

/** The reader's language: what the portal asked for, else what the browser prefers, else English. */
export function languageOf(uiLocales: unknown, acceptLanguage?: string): Language {
  const tags = [
    ...(typeof uiLocales === "string" ? uiLocales.split(" ") : []),
    ...(acceptLanguage ?? "").split(",").map((part) => part.trim()),
  ];
  const known = tags.map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag) => tag === "en" || tag === "fr") ?? "en";
}

/** A wait in whole seconds below a minute, in minutes above. */
export function waitText(text: Texts, milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60
    ? text.wait(seconds, "seconds")
    : text.wait(Math.ceil(seconds / 60), "minutes");
}
