import { staticPage, type StaticWords } from "@/lib/security/static-page";

const words: StaticWords = {
  en: {
    title: "The portal is not available right now",
    text: "Nothing that was saved is lost. Please try again in a minute. If you were sending a form, go back in your browser: what you typed is still there.",
  },
  fr: {
    title: "Le portail n’est pas disponible en ce moment",
    text: "Rien de ce qui avait été enregistré n’est perdu. Réessayez dans une minute. Si vous envoyiez un formulaire, revenez en arrière dans votre navigateur\u00A0: ce que vous avez tapé y est encore.",
  },
};

/** The static page while the database is away. */
export const unavailable = (path: string): Response => staticPage(path, words, 503, 10);
