import { demonstrationPeople } from "./demonstration-people";
import type { Mode } from "./stack/parts";
import { outboxAddress, providerAddress } from "./stack/settings";
import type { Stack } from "./stack/stack";

const table = (rows: readonly (readonly string[])[]) => {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}`,
  );
};

/** What a person needs to know once everything runs. */
export function summary(
  { configuration, secrets, ports, demonstration }: Stack,
  mode: Mode,
): string {
  const { portalUrl, provider, mail } = configuration;
  const addresses = [
    ["Portal (English)", `${portalUrl}/en`],
    ["Portail (français)", `${portalUrl}/fr`],
    ...(mail === "embedded" ? [["Emails sent", outboxAddress(ports)]] : []),
    ...(provider === "embedded" ? [["Credential provider", providerAddress(ports)]] : []),
  ];
  const people = demonstrationPeople.map(({ userName, name, does, factor }) => [
    userName,
    secrets.demonstration.people.find((person) => person.userName === userName)?.password ?? "",
    factor === "totp" ? "authenticator app" : "emailed code",
    `${name}, ${does}`,
  ]);
  return [
    "",
    `The Kimberley Portal is running${mode === "dev" ? " for development" : ""}.`,
    "",
    ...table(addresses),
    ...(demonstration
      ? [
          "",
          "Demonstration people (this machine only):",
          "",
          ...table([["User name", "Password", "Second step", "Who"], ...people]),
          "",
          "  npm run code -- <user name>   shows the code that the second step asks for",
        ]
      : []),
    "",
    "Ctrl-C stops everything. / Ctrl-C arrête tout.",
  ].join("\n");
}
