import type { Mistake } from "./mistake";

const exporterName = "Ĺ".repeat(101);

/** In who sends, who receives, and where. */
export const partyMistakes: readonly Mistake[] = [
  {
    kind: "the consignee has no name",
    make: ({ typed }) => (typed.consignee["consignee.name"] = " "),
    section: "consignee",
    field: "consignee.name",
    stoppedBy: "summary",
    says: { en: "Enter the consignee’s name", fr: "Inscrivez le nom du destinataire" },
  },
  {
    kind: "the exporter’s postal code is not Canadian",
    wanted: { exporter: "canadian" },
    make: ({ typed }, _locale, chance) =>
      (typed.applicant["exporter.postalCode"] = chance.pick(["90210", "D1A 0E4", "K1A 0E"])),
    section: "applicant",
    field: "exporter.postalCode",
    stoppedBy: "section",
    says: { en: "such as K1A 0E4", fr: "par exemple K1A 0E4" },
  },
  {
    kind: "the exporter’s name is longer than the certificate",
    wanted: { exporter: "canadian" },
    make: ({ typed }) => (typed.applicant["exporter.name"] = exporterName),
    section: "applicant",
    field: "exporter.name",
    stoppedBy: "section",
    says: { en: "100 characters or fewer", fr: "au plus 100 caractères" },
  },
  {
    kind: "the certificate goes to an exporter that there is not",
    wanted: { exporter: "none" },
    make: ({ typed }) => (typed.delivery["to"] = "exporter"),
    section: "delivery",
    field: "to",
    stoppedBy: "section",
    says: {
      en: "the exporter is the applicant. Choose the applicant",
      fr: "l’exportateur est le demandeur. Choisissez le demandeur",
    },
    forged: true,
  },
  {
    kind: "the consignee is not in the destination",
    wanted: { destination: "EU" },
    make: ({ typed }) => (typed.consignee["consignee.country"] = "NO"),
    section: "consignee",
    field: "consignee.country",
    stoppedBy: "section",
    says: { en: "Norway", fr: "Norvège" },
  },
  {
    kind: "the destination is no participant",
    make: ({ typed }) =>
      Object.assign(typed.consignee, { destination: "KE", "consignee.country": "KE" }),
    section: "consignee",
    field: "destination",
    stoppedBy: "section",
    says: { en: "Kenya", fr: "Kenya" },
    forged: true,
  },
  {
    kind: "letters that cannot be printed",
    make: ({ typed }, _locale, chance) =>
      (typed.consignee["consignee.name"] = `${chance.pick(["Алмаз", "鑽石", "الماس"])} BV`),
    section: "consignee",
    field: "consignee.name",
    stoppedBy: "section",
    says: { en: "write this in Latin letters", fr: "écrivez en lettres latines" },
  },
];
