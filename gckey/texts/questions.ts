import type { AnswerRule, HintRule, Question } from "@/gckey/rules/answers";

const en = {
  title: "Create your questions, answers and hints",
  intro: "They help you when you forget your password. Capitals and accents make no difference.",
  aside: "About answers and hints",
  answersHelp:
    "Your answers must have at least three characters and no special characters (for example %, #, @).",
  hintsHelp:
    "Your hints must have at least three characters and may have letters, digits or these punctuation marks: apostrophe ('), comma (,), hyphen (-), period (.) and question mark (?). A hint must not contain its answer. Whoever knows your user name can see your question and hints.",
  choose: "Select a question…",
  question: "Select a recovery question",
  answer: "My recovery answer",
  person: "My memorable person",
  personHint: "My hint about my memorable person",
  date: "My memorable date (YYYY-MM-DD)",
  dateExample: "For example 1998-06-21",
  dateHint: "My hint about my memorable date",
  clear: "Clear all",
  list: {
    firstSchool: "What was the name of your first school?",
    firstPet: "What was the name of your first pet?",
    childhoodFriend: "Who was your best friend when you were ten?",
    favouriteBook: "Which book did you love most as a child?",
    firstJob: "Where was your first job?",
    grandmother: "What is the first name of your mother’s mother?",
    birthTown: "In which town was your father born?",
    favouriteTeacher: "What was the name of your favourite teacher?",
  } satisfies Record<Question, string>,
  questionMissing: "Select a recovery question",
  brokenAnswer: {
    missing: "Enter your recovery answer",
    short: "The recovery answer must have at least 3 characters",
    characters: "Take the special characters out of the recovery answer",
  } satisfies Record<AnswerRule, string>,
  brokenPerson: {
    missing: "Enter your memorable person",
    short: "The memorable person must have at least 3 characters",
    characters: "Take the special characters out of the memorable person",
  } satisfies Record<AnswerRule, string>,
  dateMissing: "Enter your memorable date",
  dateWrong: "Enter your memorable date as year, month and day, for example 1998-06-21",
  brokenPersonHint: {
    short: "The hint about your memorable person must have at least 3 characters",
    characters: "Use only letters, digits and ' , - . ? in the hint about your memorable person",
    givesAway: "The hint about your memorable person must not contain the answer",
  } satisfies Record<HintRule, string>,
  brokenDateHint: {
    short: "The hint about your memorable date must have at least 3 characters",
    characters: "Use only letters, digits and ' , - . ? in the hint about your memorable date",
    givesAway: "The hint about your memorable date must not contain the date",
  } satisfies Record<HintRule, string>,
};

const fr: typeof en = {
  title: "Créer vos questions, réponses et indices",
  intro:
    "Ils servent à vous aider si vous oubliez votre mot de passe. Les majuscules et les accents n’ont pas d’importance.",
  aside: "À propos des réponses et des indices",
  answersHelp:
    "Vos réponses doivent contenir au moins trois caractères et ne comprendre aucun caractère spécial (par exemple : %, #, @).",
  hintsHelp:
    "Vos indices doivent contenir au moins trois caractères et peuvent contenir des lettres, des chiffres ou les caractères de ponctuation suivants : apostrophe ('), virgule (,), trait d’union (-), point (.) et point d’interrogation (?). Un indice ne doit pas contenir sa réponse. Quiconque connaît votre nom d’utilisateur peut voir votre question et vos indices.",
  choose: "Veuillez sélectionner une question…",
  question: "Sélectionnez une question de récupération",
  answer: "Ma réponse de récupération",
  person: "Ma personne mémorable",
  personHint: "Mon indice au sujet de ma personne mémorable",
  date: "Ma date mémorable (AAAA-MM-JJ)",
  dateExample: "Par exemple 1998-06-21",
  dateHint: "Mon indice au sujet de ma date mémorable",
  clear: "Effacer tout",
  list: {
    firstSchool: "Quel était le nom de votre première école ?",
    firstPet: "Quel était le nom de votre premier animal de compagnie ?",
    childhoodFriend: "Qui était votre meilleur ami ou votre meilleure amie à dix ans ?",
    favouriteBook: "Quel livre aimiez-vous le plus dans votre enfance ?",
    firstJob: "Où avez-vous eu votre premier emploi ?",
    grandmother: "Quel est le prénom de la mère de votre mère ?",
    birthTown: "Dans quelle ville votre père est-il né ?",
    favouriteTeacher: "Comment s’appelait votre enseignant préféré ou votre enseignante préférée ?",
  },
  questionMissing: "Sélectionnez une question de récupération",
  brokenAnswer: {
    missing: "Entrez votre réponse de récupération",
    short: "La réponse de récupération doit contenir au moins 3 caractères",
    characters: "Retirez les caractères spéciaux de la réponse de récupération",
  },
  brokenPerson: {
    missing: "Entrez votre personne mémorable",
    short: "La personne mémorable doit contenir au moins 3 caractères",
    characters: "Retirez les caractères spéciaux de la personne mémorable",
  },
  dateMissing: "Entrez votre date mémorable",
  dateWrong: "Entrez l’année, le mois et le jour de votre date mémorable, par exemple 1998-06-21",
  brokenPersonHint: {
    short: "L’indice au sujet de votre personne mémorable doit contenir au moins 3 caractères",
    characters:
      "Utilisez seulement des lettres, des chiffres et ' , - . ? dans l’indice au sujet de votre personne mémorable",
    givesAway: "L’indice au sujet de votre personne mémorable ne doit pas contenir la réponse",
  },
  brokenDateHint: {
    short: "L’indice au sujet de votre date mémorable doit contenir au moins 3 caractères",
    characters:
      "Utilisez seulement des lettres, des chiffres et ' , - . ? dans l’indice au sujet de votre date mémorable",
    givesAway: "L’indice au sujet de votre date mémorable ne doit pas contenir la date",
  },
};

export const recoveryQuestions = { en, fr };
