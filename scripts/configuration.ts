import { ConfigurationError, databaseUrl, parseSettings, settings } from "../lib/env";
import { signingProblems } from "../lib/certificates/keys/settings";
import { storageProblems } from "../lib/storage/settings";

/** What an operator may set: the portal's settings, of which whole groups may be left to embedded parts. */
const operatorSettings = {
  ...settings,
  PORTAL_URL: settings.PORTAL_URL.optional(),
  DATABASE_URL: settings.DATABASE_URL.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  OIDC_ISSUER: settings.OIDC_ISSUER.optional(),
  OIDC_CLIENT_ID: settings.OIDC_CLIENT_ID.optional(),
  OIDC_CLIENT_SECRET: settings.OIDC_CLIENT_SECRET.optional(),
  OIDC_ACR: settings.OIDC_ACR.optional(),
  AUTH_SECRET: settings.AUTH_SECRET.optional(),
  RESEND_API_KEY: settings.RESEND_API_KEY.optional(),
  MAIL_FROM: settings.MAIL_FROM.optional(),
  OFFICE_MAILBOX: settings.OFFICE_MAILBOX.optional(),
};

type Source = Readonly<Record<string, string | undefined>>;

export type Configuration = {
  readonly port: number;
  readonly portalUrl: string;
  /** What the operator set for the portal and the worker, as text, ready to be handed on. */
  readonly given: Readonly<Record<string, string>>;
  readonly database: { readonly appUrl: string; readonly ownerUrl: string } | "embedded";
  readonly provider: "configured" | "embedded";
  readonly mail: "configured" | "embedded";
  readonly signingKeys: "service" | "files";
  readonly documentCertificate: "configured" | "generated";
  readonly authSecret: "configured" | "generated";
};

/** Groups that are set together or not at all; the first name decides which. */
const groups = [
  { decides: "DATABASE_URL", others: ["DATABASE_OWNER_URL"], instead: "the embedded PostgreSQL" },
  {
    decides: "OIDC_ISSUER",
    others: ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ACR"],
    instead: "the embedded credential provider",
  },
  {
    decides: "OIDC_PARTNER_ISSUER",
    others: [
      "OIDC_PARTNER_CLIENT_ID",
      "OIDC_PARTNER_CLIENT_SECRET",
      "OIDC_PARTNER_ACR",
      "OIDC_PARTNER_NAME_EN",
      "OIDC_PARTNER_NAME_FR",
    ],
    instead: "one sign-in partner",
  },
  {
    decides: "RESEND_API_KEY",
    others: ["MAIL_FROM", "OFFICE_MAILBOX"],
    instead: "the embedded outbox",
    alone: true,
  },
] as const;

function groupProblems(given: Source): string[] {
  return groups.flatMap(({ decides, others, instead, ...rest }) => {
    if (given[decides]) {
      return others
        .filter((name) => !given[name])
        .map((name) => `${name} is not set; it must be set together with ${decides}.`);
    }
    if ("alone" in rest) return [];
    return others
      .filter((name) => given[name])
      .map(
        (name) =>
          `${decides} is not set although ${name} is; set both, or neither to use ${instead}.`,
      );
  });
}

/** @throws {ConfigurationError} naming every variable that is missing or wrong */
export function readConfiguration(source: Source): Configuration {
  const values = parseSettings(operatorSettings, source);
  const problems = [
    ...groupProblems(values as unknown as Source),
    ...storageProblems(values),
    ...signingProblems(values),
  ];
  if (problems.length > 0) throw new ConfigurationError(problems);
  const names = Object.keys(operatorSettings).filter(
    (name) => name !== "DATABASE_OWNER_URL" && name !== "NODE_ENV",
  );
  const given = Object.fromEntries(
    names.flatMap((name) => (source[name] ? [[name, source[name]] as const] : [])),
  );
  return {
    port: values.PORT,
    portalUrl: values.PORTAL_URL ?? `http://localhost:${values.PORT}`,
    given,
    database:
      values.DATABASE_URL && values.DATABASE_OWNER_URL
        ? { appUrl: values.DATABASE_URL, ownerUrl: values.DATABASE_OWNER_URL }
        : "embedded",
    provider: values.OIDC_ISSUER ? "configured" : "embedded",
    mail: values.RESEND_API_KEY ? "configured" : "embedded",
    signingKeys: values.KEY_SERVICE_URL ? "service" : "files",
    documentCertificate: values.PDF_CERTIFICATE_FILE ? "configured" : "generated",
    authSecret: values.AUTH_SECRET ? "configured" : "generated",
  };
}
