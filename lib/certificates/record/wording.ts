import type { Bilingual } from "@/lib/certificates/record/figures";

/** Title of every Canadian certificate, letter for letter from SOR/2003-15, s. 5(2)(a). Never edited. */
export const TITLE = "Kimberley Process Certificate/certificat du Processus de Kimberley";

/**
 * The statement of SOR/2003-15, s. 5(2)(a), letter for letter. The English version of the Regulations prints the
 * French word "conformément" without its accent; the French version, followed here, has it.
 */
export const STATEMENT: Bilingual = {
  en: "The rough diamonds in this shipment have been handled in accordance with the provisions of the Kimberley Process international certification scheme for rough diamonds.",
  fr: "Les diamants bruts contenus dans ce chargement ont été traités conformément aux dispositions du système international de délivrance de certificats pour les diamants bruts du Processus de Kimberley.",
};

const text = (en: string, fr: string): Bilingual => ({ en, fr });

export const AUTHORITY = text("Natural Resources Canada", "Ressources naturelles Canada");
export const OFFICE = text(
  "Kimberley Process Office of Canada",
  "Bureau du Processus de Kimberley du Canada",
);
export const OFFICE_ADDRESS = "580 Booth Street / 580, rue Booth, Ottawa (Ontario) K1A 0E4, Canada";
export const ACT = text(
  "Export and Import of Rough Diamonds Act, s. 9",
  "Loi sur l’exportation et l’importation des diamants bruts, art.\u00A09",
);

/** Labels of the certificate, in the Act's and the Regulations' words. */
export const LABELS = {
  number: text("Serial number", "Numéro de série"),
  issued: text("Date of issue", "Date de délivrance"),
  expires: text("Date of expiry", "Date d’expiration"),
  exporter: text("Exporter", "Exportateur"),
  consignee: text("Consignee", "Destinataire"),
  origin: text("Country of origin", "Pays d’origine"),
  mixed: text("Mixed", "Mixte"),
  notKnown: text("Not stated", "Non précisé"),
  destination: text("Participant of destination", "Participant de destination"),
  consigneeCountry: text("Country of destination", "Pays de destination"),
  authority: text("Issuing authority", "Autorité de délivrance"),
  hs: text("HS code", "Code SH"),
  goods: text("Rough diamonds", "Diamants bruts"),
  mass: text("Mass (carats)", "Masse (en carats)"),
  value: text("Value (US dollars)", "Valeur (en dollars américains)"),
  total: text("Total", "Total"),
  wholeShipment: text("Whole shipment", "Ensemble du chargement"),
  containers: text("Containers", "Contenants"),
  parcels: text("Parcels", "Lots"),
  seals: text("Seal number of each container", "Numéro du sceau de chaque contenant"),
  sealMark: text("Mark of all these seal numbers", "Marque de tous ces numéros de sceau"),
  notes: text("Explanatory notes", "Notes explicatives"),
  prior: text("Certificates of import", "Certificats d’importation"),
  priorNumber: text("Certificate", "Certificat"),
  priorIssuer: text("Issued by", "Délivré par"),
  replaces: text("Replaces certificate", "Remplace le certificat"),
  signature: text(
    "Signature of the Minister or authorized person",
    "Signature du ministre ou de la personne autorisée",
  ),
  authorized: text("Minister or authorized person", "Ministre ou personne autorisée"),
  officeSeal: text("Office seal", "Sceau du Bureau"),
  keepClear: text("DO NOT STAMP OR SIGN HERE", "NE PAS TAMPONNER NI SIGNER ICI"),
  checkCode: text("Check code", "Code de vérification"),
  checkAt: text("Check at", "Vérifier à"),
  continuation: text("Continuation sheet", "Feuille de suite"),
  seeContinuation: text("See the continuation sheet", "Voir la feuille de suite"),
  onContinuation: text("on the continuation sheet", "sur la feuille de suite"),
  specimen: text("SPECIMEN, NOT VALID", "SPÉCIMEN, NON VALIDE"),
} as const satisfies Record<string, Bilingual>;

/** Parts 2 and 3. The instructions and the attestation are the office's wording, not the Regulations'. */
export const SLIPS = {
  exportReport: text("Export report", "Rapport d’exportation"),
  importConfirmation: text("Import confirmation", "Confirmation d’importation"),
  detach: text("Detach here", "Détacher ici"),
  dateOfExport: text("Date of export", "Date d’exportation"),
  customsOffice: text("Customs office", "Bureau de douane"),
  attestation: text(
    "I attest that the information in this report is accurate and complete.",
    "J’atteste que les renseignements contenus dans ce rapport sont exacts et complets.",
  ),
  printedName: text("Name (print)", "Nom (en lettres moulées)"),
  exporterSignature: text("Signature of the exporter", "Signature de l’exportateur"),
  dateSigned: text("Date (YYYY-MM-DD)", "Date (AAAA-MM-JJ)"),
  customsStamp: text("Customs stamp (CBSA)", "Timbre des douanes (ASFC)"),
  importInstruction: text(
    "For the importing authority. Open, verify, complete and return this part without delay.",
    "À l’usage de l’autorité d’importation. Ouvrir, vérifier, remplir et renvoyer cette partie sans tarder.",
  ),
  asCertified: text("As certified", "Selon le certificat"),
  asReceived: text("As received, if different", "À la réception, si différent"),
  parcelsContainers: text("Parcels; containers", "Lots\u00A0; contenants"),
  importer: text("Identification of importer", "Identification de l’importateur"),
  ifDifferent: text("If different", "Si différent"),
  differences: text("Differences and remarks", "Écarts et remarques"),
  dateOfReceipt: text("Date of receipt", "Date de réception"),
  sealsIntact: text("Seals intact", "Sceaux intacts"),
  yes: text("Yes", "Oui"),
  no: text("No", "Non"),
  importStamp: text("Stamp of the importing authority", "Timbre de l’autorité d’importation"),
  nameAndTitle: text("Name and title", "Nom et titre"),
  signature: text("Signature", "Signature"),
  returnTo: text("Return to", "Renvoyer à"),
} as const satisfies Record<string, Bilingual>;

/** The duty of Act s. 13 and SOR/2003-15 s. 7, in three runs so that the limit can stand out. */
export const EXPORT_INSTRUCTION = {
  en: [
    "Show this report with the certificate to the customs officer, then send it to the Minister ",
    "within seven days after the export",
    ". Act, s. 13; Regulations, s. 7.",
  ],
  fr: [
    "Présentez ce rapport avec le certificat à l’agent des douanes, puis envoyez-le au ministre ",
    "dans les sept jours suivant l’exportation",
    ". Loi, art.\u00A013\u00A0; Règlement, art.\u00A07.",
  ],
} as const;

/** The moment of expiry in words, after a date in words (SOR/2003-15, s. 6). */
export const END_OF_DAY: Bilingual = { en: ", 24:00 GMT", fr: ", 24\u00A0h GMT" };
