import { expect, it } from "vitest";
import { drawConfirmation } from "@/lib/documents/letter-drawer";
import type { ConfirmationContent } from "@/lib/imports/pdf/confirmation-content";
import { renderConfirmation } from "@/lib/imports/pdf/confirmation-document";

const letter: ConfirmationContent = {
  language: "fr",
  department: "Ressources naturelles Canada",
  office: "Bureau du Processus de Kimberley",
  date: "le 23 novembre 2026",
  to: ["Autorité d’importation", "Belgique"],
  title: "Accusé de réception du certificat CA00001873",
  text: ["Le colis est arrivé."],
  rows: [{ term: "Poids", lines: ["12 480,35 carats"] }],
  close: "Veuillez agréer nos salutations distinguées.",
  by: ["Marie-Ève Tremblay"],
  foot: "CA00001873",
};

it("has a letter drawn elsewhere, the same bytes as here", { timeout: 120_000 }, async () => {
  const at = new Date("2026-11-23T15:00:00Z");
  const drawn = await drawConfirmation([letter], at);
  expect(drawn !== "busy" && drawn.equals(await renderConfirmation([letter], at))).toBe(true);
});
