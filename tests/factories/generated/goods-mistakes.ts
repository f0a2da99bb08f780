import type { Mistake } from "./mistake";

const lineCarats = "hsLines[0].carats";

/** In the goods, their papers, and what is declared of them. */
export const goodsMistakes: readonly Mistake[] = [
  {
    kind: "worked stones",
    make: ({ typed }, _locale, chance) =>
      (typed.goods["hsLines[0].subheading"] = chance.pick(["7102.29", "7102.39"])),
    section: "goods",
    field: "hsLines[0].subheading",
    stoppedBy: "section",
    says: { en: "does not cover rough diamonds", fr: "ne vise pas les diamants bruts" },
    forged: true,
  },
  {
    kind: "stones with a polished facet",
    wanted: { subheading: "7102.31" },
    make: ({ typed }) => (typed.goods["hsLines[0].polished"] = "yes"),
    section: "goods",
    field: "hsLines[0].polished",
    stoppedBy: "section",
    says: { en: "They belong under 7102.39", fr: "7102.39" },
  },
  {
    kind: "a prohibited export without a permit",
    wanted: { destination: "RU", subheading: "7102.31" },
    make: () => undefined,
    section: "goods",
    field: "hsLines[0].subheading",
    stoppedBy: "section",
    says: { en: "SOR/2014-58", fr: "DORS/2014-58" },
  },
  {
    kind: "totals that do not agree",
    make: ({ typed, shipment }, locale) => {
      const [line] = shipment.answers.goods?.hsLines ?? [];
      const more = (Number(line?.carats) + 0.01).toFixed(2);
      typed.goods[lineCarats] = locale === "en" ? more : more.replace(".", ",");
    },
    section: "goods",
    field: lineCarats,
    stoppedBy: "section",
    says: { en: "The origin rows", fr: "Les lignes d’origine donnent" },
  },
  {
    kind: "a container without a seal",
    make: ({ typed, shipment }) => {
      const { seals = [] } = shipment.answers.goods ?? {};
      typed.goods["containerCount"] = String(seals.length + 1);
    },
    section: "goods",
    field: "containerCount",
    stoppedBy: "section",
    says: { en: "seal number", fr: "de sceau" },
  },
  {
    kind: "the same seal on two containers",
    wanted: { containers: 4 },
    make: ({ typed, shipment }, _locale, chance) => {
      const [first = "", second = "", third = ""] = shipment.answers.goods?.seals ?? [];
      const again = chance.pick([first.toLowerCase(), first.replaceAll("-", " ")]);
      typed.goods["seals"] = [first, second, third, again].join("\r\n");
    },
    section: "goods",
    field: "seals",
    stoppedBy: "section",
    says: { en: "twice", fr: "deux fois" },
  },
  {
    kind: "no document at all",
    make: (sending) => (sending.documents = []),
    section: "documents",
    field: "invoice",
    stoppedBy: "summary",
    says: { en: "Attach the invoice", fr: "Joignez la facture" },
  },
  {
    kind: "no copy of the import certificate",
    wanted: { category: "previously_imported" },
    make: (sending) =>
      (sending.documents = sending.documents.filter((kind) => kind !== "import_certificate")),
    section: "documents",
    field: "import_certificate",
    stoppedBy: "summary",
    says: { en: "import certificate", fr: "aucune copie n’est jointe" },
  },
  {
    kind: "a declaration that is not made",
    make: (sending, _locale, chance) =>
      (sending.declared = chance.pick([["certification"], ["certification"], []])),
    section: "summary",
    field: "rough_diamonds",
    stoppedBy: "submit",
    says: { en: "rough diamonds", fr: "déclaration des diamants bruts" },
  },
];
