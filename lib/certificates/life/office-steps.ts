import type { Language } from "@/prisma/generated/enums";

/** What the office records of a certificate, each on a page of its own, and the words of its address. */
const words = {
  print: { en: "print", fr: "impression" },
  dispatch: { en: "dispatch", fr: "envoi" },
  delivered: { en: "delivered", fr: "livraison" },
  returned: { en: "returned", fr: "retour" },
  report: { en: "report", fr: "rapport" },
  loss: { en: "loss", fr: "perte" },
  surrender: { en: "surrender", fr: "remise" },
  stayed: { en: "stayed", fr: "non-exporte" },
} as const satisfies Record<string, Record<Language, string>>;

export type OfficeStep = keyof typeof words;

export const officeSteps = Object.keys(words) as OfficeStep[];

export const wordOf = (step: OfficeStep, language: Language): string => words[step][language];

/** The step that a word of an address names, in either language: the other version of a page keeps the word. */
export function officeStepOf(word: string): OfficeStep | undefined {
  return officeSteps.find((step) => Object.values<string>(words[step]).includes(word));
}
