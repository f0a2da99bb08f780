const en = {
  signIn: {
    subject: "Your sign-in code",
    code: "Your code to finish signing in with GCKey:",
    warning:
      "If you are not signing in, somebody knows your password: ignore this code and change your password. Nobody from the office will ever ask you for a code.",
  },
  proof: {
    subject: "Your code",
    code: "Your code to go on with your GCKey:",
    warning:
      "If you did not ask for it, somebody may know your password or your recovery answers: ignore this code and change both. Nobody from the office will ever ask you for a code.",
  },
  address: {
    subject: "Confirm your email address",
    code: "Your code to confirm this address for a GCKey:",
    warning:
      "If you did not ask for it, ignore this code: without it nobody can use your address. Nobody from the office will ever ask you for a code.",
  },
  use: "It works once, for 10 minutes, on the page where you asked for it.",
  change: {
    subject: "Your GCKey was changed",
    userName: (userName: string) => `GCKey user name: ${userName}`,
    left: (count: number) =>
      `You have ${count} recovery ${count === 1 ? "code" : "codes"} left. New ones are at Manage my GCKey.`,
    warning:
      "If this was not you, choose a new password with “Forgot your password?” on the sign-in page, or revoke your GCKey at Manage my GCKey, and tell the office.",
    manage: "Manage my GCKey:",
  },
};

const fr: typeof en = {
  signIn: {
    subject: "Votre code de connexion",
    code: "Votre code pour terminer la connexion avec votre CléGC :",
    warning:
      "Si vous n’êtes pas en train de vous connecter, quelqu’un connaît votre mot de passe : ne tenez pas compte de ce code et changez votre mot de passe. Personne du Bureau ne vous demandera jamais un code.",
  },
  proof: {
    subject: "Votre code",
    code: "Votre code pour continuer avec votre CléGC :",
    warning:
      "Si vous ne l’avez pas demandé, quelqu’un connaît peut-être votre mot de passe ou vos réponses de récupération : ne tenez pas compte de ce code et changez les deux. Personne du Bureau ne vous demandera jamais un code.",
  },
  address: {
    subject: "Confirmez votre adresse de courriel",
    code: "Votre code pour confirmer cette adresse pour une CléGC :",
    warning:
      "Si vous ne l’avez pas demandé, ne tenez pas compte de ce code : sans lui, personne ne peut utiliser votre adresse. Personne du Bureau ne vous demandera jamais un code.",
  },
  use: "Il sert une seule fois, pendant 10 minutes, à la page où vous l’avez demandé.",
  change: {
    subject: "Votre CléGC a été changée",
    userName: (userName) => `Nom d’utilisateur de la CléGC : ${userName}`,
    left: (count) =>
      `Il vous reste ${count} ${count < 2 ? "code" : "codes"} de récupération. Vous pouvez en obtenir de nouveaux à Gérer ma CléGC.`,
    warning:
      "Si ce n’était pas vous, choisissez un nouveau mot de passe au moyen de « Vous avez oublié votre mot de passe ? » à la page de connexion, ou révoquez votre CléGC à Gérer ma CléGC, et avisez le Bureau.",
    manage: "Gérer ma CléGC :",
  },
};

export const mails = { en, fr };
