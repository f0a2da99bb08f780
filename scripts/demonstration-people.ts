/**
 * The people of the demonstration, as the embedded credential provider knows them. Who they are in the
 * portal is said by prisma/seed/demo.ts. Passwords and authenticator secrets are random and private.
 */
export const demonstrationPeople = [
  {
    userName: "mayaokafor",
    name: "Maya Okafor",
    does: "exporter",
    language: "en",
    factor: "email",
  },
  {
    userName: "lucbouchard",
    name: "Luc Bouchard",
    does: "representative",
    language: "fr",
    factor: "email",
  },
  {
    userName: "noralindqvist",
    name: "Nora Lindqvist",
    does: "reviewing officer",
    language: "en",
    factor: "totp",
  },
  {
    userName: "samirhaddad",
    name: "Samir Haddad",
    does: "reviewing officer",
    language: "fr",
    factor: "totp",
  },
  {
    userName: "marietremblay",
    name: "Marie-Ève Tremblay",
    does: "signing officer",
    language: "fr",
    factor: "totp",
  },
  { userName: "avachen", name: "Ava Chen", does: "administrator", language: "en", factor: "totp" },
  {
    userName: "paulgagnon",
    name: "Paul Gagnon",
    does: "second administrator",
    language: "fr",
    factor: "totp",
  },
] as const;

export const demonstrationEmail = (userName: string) => `${userName}@demonstration.example`;
