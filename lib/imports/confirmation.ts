import * as z from "zod";

const named = z.object({ nameEn: z.string(), nameFr: z.string() });

/**
 * What the office confirms to the exporting authority when a shipment has arrived (KPCS III(b)): the
 * certificate's number, the parcels, mass and value, the importer and the exporter. Frozen when it is
 * confirmed; the letter is a function of it.
 */
const confirmationFacts = z.object({
  schemaVersion: z.literal(1),
  number: z.string(),
  issuer: named,
  issuedOn: z.iso.date(),
  importedOn: z.iso.date(),
  parcels: z.int().positive(),
  /** Carats and US dollars: decimals with two places. */
  carats: z.string(),
  valueUsd: z.string(),
  subheadings: z.array(z.string()),
  /** Name and address, line by line. */
  importer: z.array(z.string()),
  exporter: z.array(z.string()),
  originalReceivedOn: z.iso.date().nullable(),
  remarks: z.string().nullable(),
  authority: z.string(),
  /** Whoever signs it, with the title in both languages. */
  by: z.object({ name: z.string(), title: z.string(), titleFr: z.string() }),
});
export type ConfirmationFacts = z.infer<typeof confirmationFacts>;

/** @throws when the stored facts are not of a known version */
export const readFacts = (stored: unknown): ConfirmationFacts => confirmationFacts.parse(stored);

/** The letter, and the same as signed data. */
export const letterForms = ["pdf", "jwt"] as const;
export type LetterForm = (typeof letterForms)[number];

/** As a file named after the certificate. */
export const letterName = (number: string, form: LetterForm): string =>
  `${number.replace(/[^A-Za-z0-9-]/g, "")}-receipt.${form}`;
