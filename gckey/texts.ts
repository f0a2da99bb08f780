import type { Language } from "@/gckey/accounts";

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
  signIn: {
    title: "Sign in with GCKey",
    lede: "Enter your user name and password. In a second step you confirm that it is you.",
    userName: "User name",
    password: "Password",
    submit: "Sign in",
    userNameMissing: "Enter your user name",
    passwordMissing: "Enter your password",
    wrong: "The user name or the password is not right. Check both and try again",
  },
  secondStep: {
    emailTitle: "Enter the code we emailed to you",
    emailHint: (address: string) =>
      `Six digits, sent to ${address}. The code works once, for 10 minutes.`,
    appTitle: "Enter the code from your authenticator app",
    appHint: "Open the app on your phone or computer. The six digits change every 30 seconds.",
    label: "Code",
    submit: "Continue",
    resend: "Send another code",
    restart: "Sign in with another user name",
    sent: "We have sent another code. Only the newest one works.",
    missing: "Enter the six digits of the code",
    wrong: "The code is not right. Check it and try again",
    gone: "This code has expired or has already been used. Send another code and enter that one",
    replayed: "This code has already been used. Wait for the app to show the next one and enter it",
    notSent: "The code could not be sent. Wait a minute, then send another code",
    tooMany:
      "No more codes can be sent for this sign-in. Start again from the portal in a few minutes",
    waitToResend: (seconds: number) =>
      `Wait ${seconds} ${seconds === 1 ? "second" : "seconds"}, then send another code`,
  },
  wait: (amount: number, unit: "seconds" | "minutes") =>
    `Too many failed attempts. Wait ${amount} ${amount === 1 ? unit.slice(0, -1) : unit}, then try again`,
  expired: {
    title: "This page has expired",
    text: "A sign-in must be finished within 30 minutes, in the browser that began it, and each page can be used once. Go back to the portal and sign in again.",
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
  signIn: {
    title: "Se connecter avec une CléGC",
    lede: "Entrez votre nom d’utilisateur et votre mot de passe. À la deuxième étape, vous confirmerez votre identité.",
    userName: "Nom d’utilisateur",
    password: "Mot de passe",
    submit: "Se connecter",
    userNameMissing: "Entrez votre nom d’utilisateur",
    passwordMissing: "Entrez votre mot de passe",
    wrong:
      "Le nom d’utilisateur ou le mot de passe est inexact. Vérifiez les deux et essayez de nouveau",
  },
  secondStep: {
    emailTitle: "Entrez le code reçu par courriel",
    emailHint: (address) =>
      `Six chiffres, envoyés à ${address}. Le code sert une seule fois, pendant 10 minutes.`,
    appTitle: "Entrez le code de votre application d’authentification",
    appHint:
      "Ouvrez l’application sur votre téléphone ou votre ordinateur. Les six chiffres changent toutes les 30 secondes.",
    label: "Code",
    submit: "Continuer",
    resend: "Envoyer un autre code",
    restart: "Se connecter avec un autre nom d’utilisateur",
    sent: "Nous avons envoyé un autre code. Seul le plus récent fonctionne.",
    missing: "Entrez les six chiffres du code",
    wrong: "Le code est inexact. Vérifiez-le et essayez de nouveau",
    gone: "Ce code est expiré ou a déjà servi. Envoyez un autre code et entrez celui-là",
    replayed: "Ce code a déjà servi. Attendez que l’application affiche le suivant, puis entrez-le",
    notSent: "Le code n’a pas pu être envoyé. Attendez une minute, puis envoyez un autre code",
    tooMany:
      "Aucun autre code ne peut être envoyé pour cette connexion. Recommencez à partir du portail dans quelques minutes",
    waitToResend: (seconds) =>
      `Attendez ${seconds} ${seconds < 2 ? "seconde" : "secondes"}, puis envoyez un autre code`,
  },
  wait: (amount, unit) =>
    `Trop d’essais infructueux. Attendez ${amount} ${amount < 2 ? { seconds: "seconde", minutes: "minute" }[unit] : { seconds: "secondes", minutes: "minutes" }[unit]}, puis essayez de nouveau`,
  expired: {
    title: "Cette page a expiré",
    text: "Une connexion doit se terminer en 30 minutes, dans le navigateur où elle a commencé, et chaque page ne sert qu’une fois. Retournez au portail et connectez-vous de nouveau.",
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
