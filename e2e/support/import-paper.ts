import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";

export const newImportNumber = () => `BW ${String(randomInt(1e8)).padStart(8, "0")}`;

/** Types into the register's form what a certificate from Botswana says, of a hundred carats three days ago. */
export async function typePaper(page: Page, number: string): Promise<void> {
  const typed = (name: string) => page.locator(`[name='${name}']`);
  for (const name of ["issuer", "provenance", "origins[0]"]) await typed(name).selectOption("BW");
  const importedOn = addDays(todayInOttawa(), -3);
  const paperSays = {
    number,
    numberAgain: number,
    issuedOn: addDays(importedOn, -14),
    expiresOn: addDays(importedOn, 46),
    importedOn,
    "hs31.carats": "100",
    "hs31.usd": "51000",
    carats: "100",
    caratsAgain: "100",
    usd: "51000",
  };
  for (const [name, said] of Object.entries(paperSays)) await typed(name).fill(said);
  await typed("stampSeen").check();
}
