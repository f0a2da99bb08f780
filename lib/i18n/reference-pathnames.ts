/** The addresses of the reference data, in both languages. */
export const referencePathnames = {
  "/office/reference": { en: "/office/reference", fr: "/bureau/donnees-de-reference" },
  "/office/reference/changes/[changeId]": {
    en: "/office/reference/changes/[changeId]",
    fr: "/bureau/donnees-de-reference/modifications/[changeId]",
  },
  "/office/reference/[kind]": {
    en: "/office/reference/[kind]",
    fr: "/bureau/donnees-de-reference/[kind]",
  },
  "/office/reference/[kind]/new": {
    en: "/office/reference/[kind]/new",
    fr: "/bureau/donnees-de-reference/[kind]/ajout",
  },
  "/office/reference/[kind]/import": {
    en: "/office/reference/[kind]/import",
    fr: "/bureau/donnees-de-reference/[kind]/fichier",
  },
  "/office/reference/[kind]/row/[key]": {
    en: "/office/reference/[kind]/row/[key]",
    fr: "/bureau/donnees-de-reference/[kind]/ligne/[key]",
  },
  "/office/reference/[kind]/row/[key]/change": {
    en: "/office/reference/[kind]/row/[key]/change",
    fr: "/bureau/donnees-de-reference/[kind]/ligne/[key]/modification",
  },
  "/office/reference/[kind]/row/[key]/end": {
    en: "/office/reference/[kind]/row/[key]/end",
    fr: "/bureau/donnees-de-reference/[kind]/ligne/[key]/fin",
  },
  "/office/reference/participants/row/[key]/switch-off": {
    en: "/office/reference/participants/row/[key]/switch-off",
    fr: "/bureau/donnees-de-reference/participants/ligne/[key]/retrait",
  },
} as const;
