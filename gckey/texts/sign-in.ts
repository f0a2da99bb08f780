const en = {
  signIn: {
    title: "Welcome to GCKey",
    heading: "Sign in",
    lede: "Enter your user name and password. In a second step you confirm that it is you.",
    manageLede: "Sign in to manage your GCKey: password, recovery questions, second factor.",
    forgotten: "Forgot your password?",
    registerHeading: "Simple secure access",
    registerText:
      "A GCKey is a user name and password that you can use to communicate securely with online services of the government.",
    register: "Register",
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
    recoveryTitle: "Enter a recovery code",
    recoveryLabel: "Recovery code",
    recoveryHint:
      "One of the codes that you saved when you registered, for example abcd-efgh-jkmn. Each works once.",
    useRecoveryCode: "Use a recovery code instead",
    useFactor: "Use a code as usual",
    recoveryMissing: "Enter the twelve letters and digits of a recovery code",
    recoveryWrong: "The recovery code is not right or has already been used. Enter another one",
    codesLeftTitle: "You used a recovery code",
    codesLeft: (count: number) =>
      count === 0
        ? "It was the last one. Get new recovery codes at Manage my GCKey, or you cannot sign in without your second factor."
        : `It does not work again. You have ${count} ${count === 1 ? "code" : "codes"} left. At Manage my GCKey you can get new codes or set up another second factor.`,
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
};

const fr: typeof en = {
  signIn: {
    title: "Bienvenue au service CléGC",
    heading: "Se connecter",
    manageLede:
      "Connectez-vous pour gérer votre CléGC : mot de passe, questions de récupération, deuxième facteur.",
    forgotten: "Vous avez oublié votre mot de passe ?",
    registerHeading: "Accès sécurisé et simple",
    registerText:
      "Une CléGC est un nom d’utilisateur et un mot de passe qui vous permettent de communiquer en toute sécurité avec les services du gouvernement en ligne.",
    register: "S’enregistrer",
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
    recoveryTitle: "Entrez un code de récupération",
    recoveryLabel: "Code de récupération",
    recoveryHint:
      "L’un des codes que vous avez conservés à l’enregistrement, par exemple abcd-efgh-jkmn. Chacun sert une seule fois.",
    useRecoveryCode: "Utiliser plutôt un code de récupération",
    useFactor: "Utiliser un code comme d’habitude",
    recoveryMissing: "Entrez les douze lettres et chiffres d’un code de récupération",
    recoveryWrong: "Le code de récupération est inexact ou a déjà servi. Entrez-en un autre",
    codesLeftTitle: "Vous avez utilisé un code de récupération",
    codesLeft: (count) =>
      count === 0
        ? "C’était le dernier. Obtenez de nouveaux codes de récupération à Gérer ma CléGC, sinon vous ne pourrez pas vous connecter sans votre deuxième facteur."
        : `Il ne servira plus. Il vous reste ${count} ${count < 2 ? "code" : "codes"}. À Gérer ma CléGC, vous pouvez obtenir de nouveaux codes ou configurer un autre deuxième facteur.`,
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
};

export const signInTexts = { en, fr };
