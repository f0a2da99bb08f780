import type { Mistake } from "./mistake";
import type { Locale } from "@/lib/i18n/routing";

const carats = "origins[0].carats";
const usd = "origins[0].usd";

/** Figures of the first row that no reading can take. */
const unreadable = (
  kind: string,
  field: string,
  spellings: Readonly<Record<Locale, readonly string[]>>,
  says: Mistake["says"],
): Mistake => ({
  kind,
  make: ({ typed }, locale, chance) => (typed.origin[field] = chance.pick(spellings[locale])),
  section: "origin",
  field,
  stoppedBy: "section",
  says,
});

/** In the rows of origin. */
export const originMistakes: readonly Mistake[] = [
  {
    kind: "a row has no mass",
    make: ({ typed }) => (typed.origin[carats] = ""),
    section: "origin",
    field: carats,
    stoppedBy: "summary",
    says: { en: "Row 1: enter the mass", fr: "Ligne 1 : inscrivez la masse" },
  },
  unreadable(
    "a mass that is two figures",
    carats,
    { en: ["1.234"], fr: ["1,234"] },
    { en: "can mean 1,234 or 1.234", fr: "peut vouloir dire 1 234 ou 1,234" },
  ),
  {
    kind: "a mass of nothing",
    make: ({ typed }, locale, chance) =>
      (typed.origin[carats] = chance.pick(locale === "en" ? ["0", "0.00"] : ["0", "0,00"])),
    section: "origin",
    field: carats,
    stoppedBy: "section",
    says: { en: "more than 0 carats", fr: "plus de 0 carat" },
  },
  unreadable(
    "a mass with three decimals",
    carats,
    { en: ["1,204.125", "0.125"], fr: ["1204,125", "0,125 ct"] },
    { en: "has too many decimals", fr: "a trop de décimales" },
  ),
  unreadable(
    "a value in another currency",
    usd,
    { en: ["C$9,000", "9,000.00 CAD"], fr: ["9 000 $ CA", "9 000,00 €"] },
    { en: "is in another currency", fr: "dans une autre devise" },
  ),
  {
    kind: "more carats than are left of the import",
    wanted: { category: "previously_imported" },
    make: (sending) => {
      const [drawn, ...others] = sending.imports;
      if (drawn) sending.imports = [{ ...drawn, carats: "0.05" }, ...others];
    },
    section: "origin",
    field: carats,
    stoppedBy: "section",
    says: { en: "which has 0.05 carats left", fr: "dont il reste 0,05 carat" },
  },
  {
    kind: "somebody else’s import certificate",
    wanted: { category: "previously_imported" },
    make: (sending) => {
      const [drawn, ...others] = sending.imports;
      if (drawn) sending.imports = [{ ...drawn, own: false }, ...others];
    },
    section: "origin",
    field: "origins[0].importCertificateId",
    stoppedBy: "section",
    says: { en: "registered no such import", fr: "enregistré aucun certificat d’importation" },
    forged: true,
  },
  {
    kind: "a site outside Canada",
    wanted: { category: "exploration" },
    make: ({ typed }, _locale, chance) =>
      Object.assign(
        typed.origin,
        chance.pick([
          { "origins[0].latitude.degrees": "12" },
          { "origins[0].longitude.degrees": "5°" },
          { "origins[0].longitude.degrees": "175" },
        ]),
      ),
    section: "origin",
    field: "origins[0].latitude.degrees",
    stoppedBy: "section",
    says: { en: "outside Canada", fr: "à l’extérieur du Canada" },
  },
  {
    kind: "sixty minutes of arc or more",
    wanted: { category: "exploration" },
    make: ({ typed }, _locale, chance) =>
      (typed.origin["origins[0].longitude.minutes"] = chance.pick(["60", "75′", "99"])),
    section: "origin",
    field: "origins[0].longitude.minutes",
    stoppedBy: "section",
    says: {
      en: "minutes of longitude from 0 to less than 60",
      fr: "les minutes de longitude, de 0 à moins de 60",
    },
  },
];
