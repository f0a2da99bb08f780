import type { PasswordRule } from "@/gckey/rules/password";
import type { UserNameRule } from "@/gckey/rules/user-name";
import { recoveryQuestions } from "@/gckey/texts/questions";

const en = {
  terms: {
    title: "Terms and conditions of use",
    intro: "Read these terms. To create a GCKey you must accept them.",
    items: [
      "A GCKey is a user name and a password that let you communicate securely with online services of the government. It says nothing about who you are; each service asks you that itself.",
      "You choose your user name and your password yourself, keep them to yourself, and give them to nobody, not even to somebody who says that they work for the government.",
      "You answer for what is done with your GCKey. If somebody else may know your password, change it at once or revoke your GCKey.",
      "Nobody can tell you a forgotten user name. A forgotten password can be replaced only with your recovery answers and your second factor.",
      "Your password, your recovery answers and your recovery codes are kept in a form that cannot be read back. Your email address, if you give one, is used only for codes and for notices about your GCKey.",
      "You may revoke your GCKey at any time. The service may revoke a GCKey that is misused.",
    ],
    accept: "I accept",
    decline: "I decline",
  },
  declined: {
    title: "You declined the terms and conditions",
    text: "No GCKey was created and nothing that you entered was kept. Without a GCKey you cannot sign in to the portal this way.",
    leave: "Return to the Kimberley Process Portal",
    back: "Read the terms again",
  },
  userName: {
    title: "Create your user name",
    intro:
      "Your user name must have 8 to 16 characters, at most 7 digits, and no special characters (for example %, #, @). When you create it, we recommend that you:",
    advice: [
      "choose one that you can easily remember and that is hard for others to guess;",
      "avoid personal information such as your name, your Social Insurance Number (SIN), your postal or your email address;",
      "keep it to yourself: it cannot be recovered, and do not share it with anybody.",
    ],
    label: "Create your user name",
    checklist: "User name checklist",
    missing: "Enter a user name",
    taken: "This user name is not available. Choose another one",
    rules: {
      length: "8 to 16 characters",
      characters: "No special characters",
      digits: "At most 7 digits",
    } satisfies Record<UserNameRule, string>,
    broken: {
      length: "The user name must have 8 to 16 characters",
      characters: "Use only letters without accents and digits in the user name",
      digits: "Use at most 7 digits in the user name",
    } satisfies Record<UserNameRule, string>,
  },
  password: {
    title: "Create your password",
    intro:
      "Your password must have 8 to 16 characters, with at least one upper case letter, one lower case letter and one digit. It must not share 3 characters in a row with your user name.",
    label: "Create your password",
    confirm: "Confirm your password",
    again: "For your security, passwords are not shown again: enter it once more.",
    checklist: "Password checklist",
    missing: "Enter a password",
    confirmMissing: "Enter the password a second time",
    different: "The two passwords are not the same. Enter both again",
    common: "This password is one of the first that people try. Choose another one",
    identical: "Identical passwords",
    rules: {
      length: "8 to 16 characters",
      apart: "Must not share 3 characters in a row with the user name",
      characters: "Valid characters",
      lower: "Lower case letter(s)",
      upper: "Upper case letter(s)",
      digit: "Digit(s)",
    } satisfies Record<PasswordRule, string>,
    broken: {
      length: "The password must have 8 to 16 characters",
      apart: "The password must not share 3 characters in a row with the user name",
      characters:
        "Use only letters without accents, digits and punctuation, without spaces, in the password",
      lower: "Put at least one lower case letter in the password",
      upper: "Put at least one upper case letter in the password",
      digit: "Put at least one digit in the password",
    } satisfies Record<PasswordRule, string>,
  },
  questions: recoveryQuestions.en,
  welcome: {
    title: "Welcome",
    text: (userName: string) =>
      `Your user name, ${userName}, and your password are ready. Now you add a second factor: something you have, that proves it is you when you sign in. Your GCKey is created at the end of these steps.`,
    next: "You will choose an authenticator app or emailed codes, set it up, and save ten recovery codes.",
  },
  completed: {
    title: "Register for a GCKey - Complete",
    created: "You have created your GCKey.",
    userName: "Your user name is:",
    leave:
      "Select Continue to leave GCKey and return to the portal. If these steps took more than 15 minutes, the portal asks you to sign in once more, with your new GCKey.",
    stay: "Select Continue to go to Manage my GCKey.",
  },
  privacy: {
    title: "Protecting your personal information",
    userName: "Keep your user name confidential. The terms you accepted say how it is used.",
    password: "Keep your password confidential. It is kept in a form that nobody can read back.",
    questions:
      "Keep your questions, answers and hints confidential. Answers are kept in a form that nobody can read back.",
  },
};

const fr: typeof en = {
  terms: {
    title: "Modalités et conditions d’utilisation",
    intro: "Lisez ces modalités. Pour créer une CléGC, vous devez les accepter.",
    items: [
      "Une CléGC est un nom d’utilisateur et un mot de passe qui vous permettent de communiquer en toute sécurité avec les services du gouvernement en ligne. Elle ne dit rien de votre identité ; chaque service vous la demande lui-même.",
      "Vous choisissez vous-même votre nom d’utilisateur et votre mot de passe, vous les gardez secrets et ne les donnez à personne, pas même à quelqu’un qui dit travailler pour le gouvernement.",
      "Vous répondez de ce qui est fait avec votre CléGC. Si quelqu’un d’autre peut connaître votre mot de passe, changez-le aussitôt ou révoquez votre CléGC.",
      "Personne ne peut vous redonner un nom d’utilisateur oublié. Un mot de passe oublié ne se remplace qu’avec vos réponses de récupération et votre deuxième facteur.",
      "Votre mot de passe, vos réponses et vos codes de récupération sont conservés sous une forme illisible. Votre adresse de courriel, si vous en donnez une, sert uniquement aux codes et aux avis sur votre CléGC.",
      "Vous pouvez révoquer votre CléGC en tout temps. Le service peut révoquer une CléGC utilisée abusivement.",
    ],
    accept: "J’accepte",
    decline: "Je refuse",
  },
  declined: {
    title: "Vous avez refusé les modalités et conditions",
    text: "Aucune CléGC n’a été créée et rien de ce que vous avez entré n’a été conservé. Sans CléGC, vous ne pouvez pas vous connecter au portail de cette façon.",
    leave: "Retourner au Portail du Processus de Kimberley",
    back: "Relire les modalités",
  },
  userName: {
    title: "Créer votre nom d’utilisateur",
    intro:
      "Votre nom d’utilisateur doit contenir entre huit et seize caractères, au plus sept chiffres, et ne comprendre aucun caractère spécial (par exemple : %, #, @). Lorsque vous le créez, nous vous recommandons :",
    advice: [
      "d’en choisir un dont vous pouvez facilement vous souvenir, mais que d’autres personnes pourront difficilement deviner ;",
      "d’éviter les renseignements personnels, tels votre nom, votre numéro d’assurance sociale (NAS), votre adresse postale ou votre adresse électronique ;",
      "d’en assurer la confidentialité : il ne peut pas être récupéré, et ne doit être partagé avec personne.",
    ],
    label: "Créez votre nom d’utilisateur",
    checklist: "Liste de contrôle des noms d’utilisateur",
    missing: "Entrez un nom d’utilisateur",
    taken: "Ce nom d’utilisateur n’est pas disponible. Choisissez-en un autre",
    rules: {
      length: "8 à 16 caractères",
      characters: "Aucun caractère spécial",
      digits: "Au plus 7 chiffres",
    },
    broken: {
      length: "Le nom d’utilisateur doit contenir de 8 à 16 caractères",
      characters:
        "Utilisez seulement des lettres sans accent et des chiffres dans le nom d’utilisateur",
      digits: "Utilisez au plus 7 chiffres dans le nom d’utilisateur",
    },
  },
  password: {
    title: "Créer votre mot de passe",
    intro:
      "Votre mot de passe doit contenir entre huit et seize caractères, et comprendre au moins une lettre majuscule, une lettre minuscule et un chiffre. Il ne doit pas partager 3 caractères consécutifs avec le nom d’utilisateur.",
    label: "Créez votre mot de passe",
    confirm: "Confirmez votre mot de passe",
    again:
      "Par mesure de sécurité, les mots de passe ne sont jamais réaffichés : entrez-le de nouveau.",
    checklist: "Liste de contrôle des mots de passe",
    missing: "Entrez un mot de passe",
    confirmMissing: "Entrez le mot de passe une deuxième fois",
    different: "Les deux mots de passe ne sont pas identiques. Entrez-les de nouveau",
    common: "Ce mot de passe est l’un des premiers que l’on essaie. Choisissez-en un autre",
    identical: "Mots de passe identiques",
    rules: {
      length: "8 à 16 caractères",
      apart: "Ne doit pas partager 3 caractères consécutifs avec le nom d’utilisateur",
      characters: "Caractères valides",
      lower: "Lettre(s) minuscule(s)",
      upper: "Lettre(s) majuscule(s)",
      digit: "Chiffre(s)",
    },
    broken: {
      length: "Le mot de passe doit contenir de 8 à 16 caractères",
      apart:
        "Le mot de passe ne doit pas partager 3 caractères consécutifs avec le nom d’utilisateur",
      characters:
        "Utilisez seulement des lettres sans accent, des chiffres et des signes de ponctuation, sans espace, dans le mot de passe",
      lower: "Mettez au moins une lettre minuscule dans le mot de passe",
      upper: "Mettez au moins une lettre majuscule dans le mot de passe",
      digit: "Mettez au moins un chiffre dans le mot de passe",
    },
  },
  questions: recoveryQuestions.fr,
  welcome: {
    title: "Bienvenue",
    text: (userName) =>
      `Votre nom d’utilisateur, ${userName}, et votre mot de passe sont prêts. Vous ajoutez maintenant un deuxième facteur : quelque chose que vous avez et qui confirme votre identité à la connexion. Votre CléGC sera créée à la fin de ces étapes.`,
    next: "Vous choisirez une application d’authentification ou des codes par courriel, vous la configurerez, puis vous conserverez dix codes de récupération.",
  },
  completed: {
    title: "S’enregistrer pour une CléGC - Complété",
    created: "Vous avez créé votre CléGC avec succès.",
    userName: "Votre nom d’utilisateur est :",
    leave:
      "Sélectionnez Continuer pour quitter le service CléGC et retourner au portail. Si ces étapes ont pris plus de 15 minutes, le portail vous demandera de vous connecter encore une fois, avec votre nouvelle CléGC.",
    stay: "Sélectionnez Continuer pour passer à Gérer ma CléGC.",
  },
  privacy: {
    title: "La protection des renseignements personnels",
    userName:
      "Veuillez assurer la confidentialité de votre nom d’utilisateur. Les modalités que vous avez acceptées disent comment il est utilisé.",
    password:
      "Veuillez assurer la confidentialité de votre mot de passe. Il est conservé sous une forme que personne ne peut lire.",
    questions:
      "Veuillez assurer la confidentialité de vos questions, réponses et indices de récupération. Les réponses sont conservées sous une forme que personne ne peut lire.",
  },
};

export const registration = { en, fr };
