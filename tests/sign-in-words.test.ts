import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/* Canada.ca says “Sign in”, « Ouvrir une session », and nothing else. */

const english = /\b(?:log(?:ged|ging)?[ -]?(?:in|on|out|off)|sign[ -]?on)\b/i;
// The pages of GCKey have their own French, as GCKey has.
const french = /connecte[rz]|connexion/i;

it.each([
  ["messages/en.json", english],
  ["messages/fr.json", french],
  ...readdirSync("gckey/texts").map((name) => [`gckey/texts/${name}`, english] as const),
] as const)("%s signs in and out, and never logs on", (source, other) => {
  const said = readFileSync(source, "utf8").split("\n");
  expect(said.filter((line) => other.test(line))).toEqual([]);
});
