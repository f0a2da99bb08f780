import { createHmac } from "node:crypto";
import path from "node:path";
import type { Configuration } from "../configuration";
import { documentFiles } from "../document-files";
import { logKeyFile } from "../log-key";
import { keyFolderOf } from "../signing-keys";
import { type Secrets, secretsFile } from "../secrets";
import type { Ports } from "./addresses";
import type { Addresses } from "./database";

type Values = Readonly<Record<string, string>>;

export const providerAddress = ({ provider }: Ports) => `http://localhost:${provider}`;
export const outboxAddress = ({ outbox }: Ports) => `http://localhost:${outbox}`;

/** Of this installation, like the key that it is made of. */
const madeOf = ({ outboxApiKey }: Secrets, use: string) =>
  createHmac("sha256", outboxApiKey).update(use).digest("base64");
/** What the outbox signs its reports with. */
const webhookSecret = (secrets: Secrets) => `whsec_${madeOf(secrets, "webhook")}`;
/** The credential provider is somebody else: its codes do not wait behind the mails of the portal. */
const providerApiKey = (secrets: Secrets) => `re_${madeOf(secrets, "credential provider")}`;

/** The sender of mails and how they leave: the configured provider of email, or the embedded outbox. */
function mailSettings({ given, mail }: Configuration, secrets: Secrets, ports: Ports): Values {
  if (mail === "configured") return {};
  return {
    RESEND_API_KEY: secrets.outboxApiKey,
    RESEND_BASE_URL: `http://127.0.0.1:${ports.outbox}`,
    MAIL_WEBHOOK_SECRET: webhookSecret(secrets),
    MAIL_FROM: given["MAIL_FROM"] ?? "Kimberley Process Office <office@demonstration.example>",
    OFFICE_MAILBOX: given["OFFICE_MAILBOX"] ?? "office@demonstration.example",
  };
}

/** The whole configuration of the portal and the worker, embedded parts included. */
export function portalSettings(
  configuration: Configuration,
  dataFolder: string,
  secrets: Secrets,
  ports: Ports,
  { appUrl }: Addresses,
): Values {
  return {
    STORAGE_DIR: path.join(dataFolder, "documents"),
    AUDIT_HEADS_DIR: path.join(dataFolder, "audit"),
    LOG_KEY_FILE: logKeyFile(dataFolder),
    SIGNING_KEYS_DIR: path.join(dataFolder, "keys"),
    ...(configuration.documentCertificate === "generated"
      ? documentFiles(keyFolderOf(configuration, dataFolder))
      : {}),
    ...(configuration.provider === "embedded"
      ? {
          OIDC_ISSUER: providerAddress(ports),
          OIDC_CLIENT_ID: secrets.gckey.clientId,
          OIDC_CLIENT_SECRET: secrets.gckey.clientSecret,
          OIDC_ACR: "urn:gckey:loa2",
        }
      : {}),
    ...(configuration.authSecret === "generated" ? { AUTH_SECRET: secrets.authSecret } : {}),
    ...configuration.given,
    ...mailSettings(configuration, secrets, ports),
    PORT: String(configuration.port),
    PORTAL_URL: configuration.portalUrl,
    DATABASE_URL: appUrl,
  };
}

export function providerSettings(
  { portalUrl, mail: sentBy }: Configuration,
  dataFolder: string,
  secrets: Secrets,
  ports: Ports,
  databaseUrl: string,
  portal: Values,
): Values {
  const mail = ["RESEND_API_KEY", "RESEND_BASE_URL", "MAIL_FROM"].flatMap((name) =>
    portal[name] ? [[name, portal[name]] as const] : [],
  );
  return {
    ...Object.fromEntries(mail),
    ...(sentBy === "embedded" ? { RESEND_API_KEY: providerApiKey(secrets) } : {}),
    GCKEY_PORT: String(ports.provider),
    GCKEY_DATABASE_URL: databaseUrl,
    GCKEY_SECRETS: secretsFile(dataFolder),
    GCKEY_CLIENT_REDIRECT_URIS: `${portalUrl}/api/auth/callback/gckey`,
    GCKEY_POST_LOGOUT_URIS: ["/en", "/fr", "/en/signed-out", "/fr/session-fermee"]
      .map((page) => portalUrl + page)
      .join(" "),
  };
}

export function outboxSettings(
  { port, given }: Pick<Configuration, "port" | "given">,
  dataFolder: string,
  secrets: Secrets,
  ports: Ports,
): Values {
  return {
    OUTBOX_PORT: String(ports.outbox),
    OUTBOX_DIR: path.join(dataFolder, "outbox"),
    OUTBOX_API_KEYS: `${secrets.outboxApiKey} ${providerApiKey(secrets)}`,
    ...(given["MAIL_PER_SECOND"] ? { OUTBOX_PER_SECOND: given["MAIL_PER_SECOND"] } : {}),
    OUTBOX_WEBHOOK_URL: `http://localhost:${port}/api/mail-events`,
    OUTBOX_WEBHOOK_SECRET: webhookSecret(secrets),
  };
}
