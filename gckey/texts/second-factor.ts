import type { FactorChoice } from "@/gckey/visits/state";

const en = {
  choice: {
    title: "Choose your second factor",
    text: "When you sign in, you will enter your password and then a code. Choose where the code comes from.",
    legend: "Second factor",
    names: {
      phone: "An authenticator app on a smartphone or tablet",
      desktop: "An authenticator app on a desktop device",
      email: "An email address",
    } satisfies Record<FactorChoice, string>,
    hints: {
      phone: "An app you have on your phone or tablet shows a new code every 30 seconds.",
      desktop: "An app you have on your computer shows a new code every 30 seconds.",
      email: "We email you a code each time you sign in.",
    } satisfies Record<FactorChoice, string>,
    missing: "Choose a second factor",
  },
  terms: {
    titles: {
      phone: "Terms and conditions for an authenticator app on a smartphone or tablet",
      desktop: "Terms and conditions for an authenticator app on a desktop device",
      email: "Terms and conditions for codes by email",
    } satisfies Record<FactorChoice, string>,
    app: [
      "Any app that shows six-digit codes (TOTP, RFC 6238) will do. It comes from somebody else, under that maker’s own terms; this service sends it nothing.",
      "Protect the device with a password, a PIN or your fingerprint, and give its codes to nobody.",
      "If you lose the device, sign in with a recovery code and set up another second factor at once.",
    ],
    email: [
      "We send codes to the address that you give. Only you should be able to read what arrives there.",
      "A code works once, for 10 minutes. Give it to nobody. Emails may be late: that is outside our control.",
      "If you lose the address, sign in with a recovery code and set up another second factor at once.",
    ],
    back: "Back",
  },
  authenticator: {
    title: "Set up your authenticator app",
    scan: "Open your authenticator app, choose to add an account, and scan this square.",
    type: "Open your authenticator app, choose to add an account, and enter this key there.",
    picture: "Square to scan with an authenticator app. The key below says the same.",
    orType: "If you cannot scan it, enter this key in the app:",
    orScan: "Or scan this square with the app:",
    settings: "Account name GCKey, type “time-based”, six digits, 30 seconds.",
    label: "Code that the app shows now",
    hint: "Six digits. This proves that the app is set up.",
    wrong:
      "The code is not right. Check that the device shows the right time, and enter the code shown now",
  },
  emailAddress: {
    title: "Enter your email address",
    label: "Email address",
    hint: "We will send a code there to make sure that it reaches you.",
    missing: "Enter your email address",
    wrong: "Enter an email address such as name@example.ca",
  },
  emailCode: {
    title: "Confirm your email address",
    hint: (address: string) =>
      `Six digits, sent to ${address}. The code works once, for 10 minutes.`,
    another: "Give another address",
  },
  recoveryCodes: {
    title: "Your recovery codes",
    text: "If you lose your second factor, one of these codes takes its place. Each works once. They are shown only now: print them, write them down, or download them, and keep them where nobody else finds them.",
    label: "Recovery codes",
    download: "Download as text",
    file: "gckey-recovery-codes.txt",
    fileTitle: "GCKey recovery codes. Each works once. Keep them where nobody else finds them.",
    saved: "Yes, I have saved these codes and keep them safe",
    savedMissing: "Save the codes, then tick the box",
  },
  next: "Continue",
  back: "Back",
  cancel: "Cancel",
};

const fr: typeof en = {
  choice: {
    title: "Choisir votre deuxième facteur",
    text: "À la connexion, vous entrerez votre mot de passe, puis un code. Choisissez d’où vient ce code.",
    legend: "Deuxième facteur",
    names: {
      phone: "Une application d’authentification sur un téléphone intelligent ou une tablette",
      desktop: "Une application d’authentification sur un appareil de bureau",
      email: "Une adresse de courriel",
    },
    hints: {
      phone:
        "Une application que vous avez sur votre téléphone ou votre tablette affiche un nouveau code toutes les 30 secondes.",
      desktop:
        "Une application que vous avez sur votre ordinateur affiche un nouveau code toutes les 30 secondes.",
      email: "Nous vous envoyons un code par courriel à chaque connexion.",
    },
    missing: "Choisissez un deuxième facteur",
  },
  terms: {
    titles: {
      phone:
        "Modalités d’utilisation d’une application d’authentification sur un téléphone intelligent ou une tablette",
      desktop:
        "Modalités d’utilisation d’une application d’authentification sur un appareil de bureau",
      email: "Modalités d’utilisation des codes par courriel",
    },
    app: [
      "Toute application qui affiche des codes de six chiffres (TOTP, RFC 6238) convient. Elle est offerte par un tiers, selon ses propres modalités ; ce service ne lui envoie rien.",
      "Protégez l’appareil par un mot de passe, un NIP ou votre empreinte digitale, et ne donnez ses codes à personne.",
      "Si vous perdez l’appareil, connectez-vous avec un code de récupération et configurez aussitôt un autre deuxième facteur.",
    ],
    email: [
      "Nous envoyons les codes à l’adresse que vous donnez. Vous devriez être la seule personne à pouvoir lire ce qui y arrive.",
      "Un code sert une seule fois, pendant 10 minutes. Ne le donnez à personne. Les courriels peuvent tarder : cela échappe à notre contrôle.",
      "Si vous perdez l’accès à cette adresse, connectez-vous avec un code de récupération et configurez aussitôt un autre deuxième facteur.",
    ],
    back: "Retour",
  },
  authenticator: {
    title: "Configurer votre application d’authentification",
    scan: "Ouvrez votre application d’authentification, choisissez d’ajouter un compte et balayez ce carré.",
    type: "Ouvrez votre application d’authentification, choisissez d’ajouter un compte et entrez-y cette clé.",
    picture:
      "Carré à balayer avec une application d’authentification. La clé ci-dessous dit la même chose.",
    orType: "Si vous ne pouvez pas le balayer, entrez cette clé dans l’application :",
    orScan: "Ou balayez ce carré avec l’application :",
    settings: "Nom du compte CléGC, type « basé sur le temps », six chiffres, 30 secondes.",
    label: "Code que l’application affiche maintenant",
    hint: "Six chiffres. Ce code confirme que l’application est configurée.",
    wrong:
      "Le code est inexact. Vérifiez que l’appareil est à l’heure et entrez le code affiché maintenant",
  },
  emailAddress: {
    title: "Entrer votre adresse de courriel",
    label: "Adresse de courriel",
    hint: "Nous y enverrons un code pour nous assurer qu’elle vous joint.",
    missing: "Entrez votre adresse de courriel",
    wrong: "Entrez une adresse de courriel comme nom@exemple.ca",
  },
  emailCode: {
    title: "Confirmer votre adresse de courriel",
    hint: (address) =>
      `Six chiffres, envoyés à ${address}. Le code sert une seule fois, pendant 10 minutes.`,
    another: "Donner une autre adresse",
  },
  recoveryCodes: {
    title: "Vos codes de récupération",
    text: "Si vous perdez votre deuxième facteur, l’un de ces codes le remplace. Chacun sert une seule fois. Ils ne sont affichés que maintenant : imprimez-les, notez-les ou téléchargez-les, et gardez-les là où personne d’autre ne les trouvera.",
    label: "Codes de récupération",
    download: "Télécharger en format texte",
    file: "codes-de-recuperation-clegc.txt",
    fileTitle:
      "Codes de récupération de votre CléGC. Chacun sert une seule fois. Gardez-les là où personne d’autre ne les trouvera.",
    saved: "Oui, j’ai enregistré et conservé ces codes de façon sécuritaire",
    savedMissing: "Enregistrez les codes, puis cochez la case",
  },
  next: "Continuer",
  back: "Retour",
  cancel: "Annuler",
};

export const secondFactor = { en, fr };
