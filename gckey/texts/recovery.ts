const en = {
  forgotten: {
    title: "Forgotten password",
    text: "You can choose a new password with your recovery answers and your second factor.",
    userNameHint:
      "A forgotten user name cannot be recovered: nobody, not even this service, can tell it to you. In that case register a new GCKey; in the portal you can link it to your profile.",
    register: "Register a new GCKey",
  },
  answers: {
    title: "Answer your recovery questions",
    text: (userName: string) =>
      `For the user name ${userName}. Capitals and accents make no difference.`,
    person: "Your memorable person",
    date: "Your memorable date (YYYY-MM-DD)",
    yourHint: (hint: string) => `Your hint: ${hint}`,
    answerMissing: "Enter the answer to your recovery question",
    personMissing: "Enter your memorable person",
    dateMissing: "Enter your memorable date",
    wrong: "The answers are not all right. Check them and try again",
  },
  newPasswordTitle: "Choose a new password",
  recovered: {
    title: "Your password is changed",
    text: "You are signed in with your new password. Every other session with your GCKey has been ended.",
  },
};

const fr: typeof en = {
  forgotten: {
    title: "Mot de passe oublié",
    text: "Vous pouvez choisir un nouveau mot de passe à l’aide de vos réponses de récupération et de votre deuxième facteur.",
    userNameHint:
      "Un nom d’utilisateur oublié ne peut pas être récupéré : personne, pas même ce service, ne peut vous le donner. Dans ce cas, enregistrez-vous pour une nouvelle CléGC ; dans le portail, vous pourrez la lier à votre profil.",
    register: "S’enregistrer pour une nouvelle CléGC",
  },
  answers: {
    title: "Répondre à vos questions de récupération",
    text: (userName) =>
      `Pour le nom d’utilisateur ${userName}. Les majuscules et les accents n’ont pas d’importance.`,
    person: "Votre personne mémorable",
    date: "Votre date mémorable (AAAA-MM-JJ)",
    yourHint: (hint) => `Votre indice : ${hint}`,
    answerMissing: "Entrez la réponse à votre question de récupération",
    personMissing: "Entrez votre personne mémorable",
    dateMissing: "Entrez votre date mémorable",
    wrong: "Les réponses ne sont pas toutes exactes. Vérifiez-les et essayez de nouveau",
  },
  newPasswordTitle: "Choisir un nouveau mot de passe",
  recovered: {
    title: "Votre mot de passe est changé",
    text: "Votre session est ouverte avec votre nouveau mot de passe. Toutes les autres sessions ouvertes avec votre CléGC ont pris fin.",
  },
};

export const recovery = { en, fr };
