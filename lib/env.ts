import { z } from "zod";
import { signingProblems } from "./certificates/keys/settings";
import { storageProblems, storeNames, uploadThingToken } from "./storage/settings";

/**
 * The configuration of the portal and of the worker: the only reader of process.env in lib/ and app/.
 * It is read when first used, never at import, so that a build needs no configuration. No secret has a
 * default here; `npm start` hands generated ones to the processes it starts.
 */

const whole = (min: number, max: number, error: string) =>
  z.coerce.number<string>({ error }).int({ error }).min(min, { error }).max(max, { error });
const port = whole(1, 65_535, "must be a port number from 1 to 65535");
const seconds = (min: number, max: number) =>
  whole(min, max, `must be a whole number of seconds from ${min} to ${max}`);

const parsedUrl = (text: string): URL | undefined =>
  URL.canParse(text) ? new URL(text) : undefined;

const originError = "must be an origin without a path, such as https://permits.example.ca";
const origin = z
  .string({ error: originError })
  .refine(
    (text) => {
      const url = parsedUrl(text);
      const web = url?.protocol === "https:" || url?.protocol === "http:";
      return web && url.href === `${url.origin}/` && url.hostname !== "";
    },
    { error: originError },
  )
  .transform((text) => new URL(text).origin);

const scannerError = "must be the name and port of the ClamAV daemon, such as 127.0.0.1:3310";
const scannerAddress = z.string({ error: scannerError }).transform((text, context) => {
  const url = parsedUrl(`clamd://${text}`);
  const host = url?.hostname.replace(/^\[(.+)\]$/, "$1") ?? "";
  if (!url || host === "" || url.port === "" || `clamd://${url.host}` !== url.href) {
    context.addIssue(scannerError);
    return z.NEVER;
  }
  return { host, port: Number(url.port) };
});

/** What goes over plain http must not leave the machine: secrets and people's tokens go there. */
const onThisMachine = ({ hostname }: URL) =>
  /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);

const webAddressError = "must be an address that starts with https:// (or http:// on this machine)";
const webAddress = z.string({ error: webAddressError }).refine(
  (text) => {
    const url = parsedUrl(text);
    return url?.protocol === "https:" || (url?.protocol === "http:" && onThisMachine(url));
  },
  { error: webAddressError },
);

const databaseError =
  "must be a PostgreSQL address such as postgresql://kp_app:password@db.example.ca:5432/kp";
export const databaseUrl = z.string({ error: databaseError }).refine(
  (text) => {
    const url = parsedUrl(text);
    return /^postgres(ql)?:$/.test(url?.protocol ?? "") && (url?.pathname.length ?? 0) > 1;
  },
  { error: databaseError },
);

const filled = (what: string) =>
  z.string({ error: `must be ${what}` }).min(1, { error: `must be ${what}` });

const like = (form: RegExp, error: string) => z.string({ error }).regex(form, { error });

const mailAddress = (what: string) => {
  const error = `must be ${what}, such as permits@example.ca or "Kimberley Process Office <permits@example.ca>"`;
  return like(/^(?:[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, error);
};

const plainMailAddress = (what: string) => {
  const error = `must be ${what}, such as permits@example.ca`;
  return like(/^[^\s<>@]+@[^\s<>@]+$/, error);
};

const mailboxesError =
  "must be one or more addresses parted by spaces, such as a@example.ca b@example.org";
const mailboxes = z
  .string({ error: mailboxesError })
  .transform((text) => text.trim().split(/\s+/))
  .refine((addresses) => addresses.every((one) => /^[^\s<>@,;]+@[^\s<>@,;]+$/.test(one)), {
    error: mailboxesError,
  });

const logName = like(
  /^[^\s+]+$/u,
  "must be a name without blanks or plus signs, such as permits.example.ca/log",
);

const carats = like(/^\d{1,6}(?:\.\d{1,2})?$/, "must be a mass in carats, such as 0.00");

const secret = z
  .string({ error: "must be a random text of at least 32 characters" })
  .min(32, { error: "must be a random text of at least 32 characters" });

const webhookSecret = like(
  /^whsec_(?:[A-Za-z0-9+/]{4}){6,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  "must be the signing secret of the provider's webhook, which begins with whsec_",
);

/** Every variable of the portal and the worker. The start script uses the same shapes. */
export const settings = {
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: port.default(3000),
  /** Public origin, without a trailing slash: the only source of public addresses. */
  PORTAL_URL: origin,
  /** The application's role: no DDL, owns nothing. */
  DATABASE_URL: databaseUrl,
  /** Connections of this process at most. */
  DATABASE_POOL: whole(1, 200, "must be a whole number from 1 to 200").default(10),
  OIDC_ISSUER: webAddress,
  OIDC_CLIENT_ID: filled("the name under which the OpenID issuer knows the portal"),
  OIDC_CLIENT_SECRET: filled("the secret that the OpenID issuer gave the portal"),
  /** The authentication contexts, one of which a sign-in must prove; several are parted by a space. */
  OIDC_ACR: filled("the acr value that a sign-in must prove"),
  /** A second sign-in partner beside the first. */
  OIDC_PARTNER_ISSUER: webAddress.optional(),
  OIDC_PARTNER_CLIENT_ID: filled(
    "the name under which the second issuer knows the portal",
  ).optional(),
  OIDC_PARTNER_CLIENT_SECRET: filled(
    "the secret that the second issuer gave the portal",
  ).optional(),
  OIDC_PARTNER_ACR: filled(
    "the acr value that a sign-in at the second issuer must prove",
  ).optional(),
  OIDC_PARTNER_NAME_EN: filled("the English name of the second sign-in partner").optional(),
  OIDC_PARTNER_NAME_FR: filled("the French name of the second sign-in partner").optional(),
  AUTH_SECRET: secret,
  RESEND_API_KEY: filled("a Resend API key"),
  /** Unset: Resend itself. */
  RESEND_BASE_URL: webAddress.optional(),
  /** Requests a second that the provider allows, shared by all workers. */
  MAIL_PER_SECOND: whole(1, 100, "must be a whole number from 1 to 100").default(5),
  /** With which the provider signs what it reports; unset: its reports are refused. */
  MAIL_WEBHOOK_SECRET: webhookSecret.optional(),
  MAIL_FROM: mailAddress("the sender of the portal's mail"),
  OFFICE_MAILBOX: plainMailAddress("the office's mailbox"),
  STORAGE_DIR: filled("a folder for uploaded documents").default(".data/documents"),
  /** The store of new files where several are configured; the others still give out what they have. */
  STORAGE: z.enum(storeNames, { error: `must be one of ${storeNames.join(", ")}` }).optional(),
  UPLOADTHING_TOKEN: uploadThingToken.optional(),
  S3_ENDPOINT: webAddress.optional(),
  S3_REGION: filled("the region of the bucket, as the service names it").optional(),
  S3_BUCKET: filled("the name of the bucket").optional(),
  S3_ACCESS_KEY_ID: filled("the access key of the bucket").optional(),
  S3_SECRET_ACCESS_KEY: filled("the secret of the access key").optional(),
  /** Whether the bucket is in the path of addresses, or in front of the host name. */
  S3_PATH_STYLE: z
    .enum(["true", "false"], { error: "must be true or false" })
    .default("true")
    .transform((text) => text === "true"),
  /** Where the heads of the sealed trail are written: best a folder that nobody of the database can change. */
  AUDIT_HEADS_DIR: filled("a folder for the heads of the audit trail").default(".data/audit"),
  /** To whom the newest head is mailed every day; unset: to the office. */
  AUDIT_MAILBOX: plainMailAddress("the auditors' mailbox").optional(),
  /** The key with which checkpoints of the certificate log are signed; read by workers alone. */
  LOG_KEY_FILE: filled("a file with the Ed25519 key of the certificate log").default(
    ".data/log-key.pem",
  ),
  /** The name of the log, which never changes while it lives; unset: made of PORTAL_URL. */
  LOG_ORIGIN: logName.optional(),
  /** To whom checkpoints are mailed; unset: to the auditors. */
  LOG_MAILBOXES: mailboxes.optional(),
  /** Where the private signing keys are, while no key service keeps them. */
  SIGNING_KEYS_DIR: filled("a folder for the signing keys").default(".data/keys"),
  /** The service that signs with keys of its own; unset: keys in files. */
  KEY_SERVICE_URL: webAddress.optional(),
  KEY_SERVICE_TOKEN: secret.optional(),
  /** The certificate that documents are signed with and those above it, which everybody may read. */
  PDF_CERTIFICATE_FILE: filled("a file with the certificate that signs documents").optional(),
  /** Its key, read by workers alone; unset: the key service keeps it. */
  PDF_KEY_FILE: filled("a file with the key of the certificate that signs documents").optional(),
  /** Carats by which a confirmed import may differ from its certificate without an officer being asked (rule R35). */
  IMPORT_TOLERANCE_CARATS: carats.default("0.00"),
  /** The virus scanner; unset: files are not scanned. */
  CLAMAV_HOST: scannerAddress.optional(),
  /** Seconds that the scanner may take for one file. */
  CLAMAV_SECONDS: seconds(1, 600).default(20),
  /** Seconds without a request after which a session ends. */
  SESSION_IDLE_SECONDS: seconds(1, 86_400).default(1200),
  /** Seconds after which a session ends whatever happens. */
  SESSION_MAX_SECONDS: seconds(1, 86_400).default(28_800),
  /** Seconds for which both factors, shown again, count for signing and for power over others. */
  STEP_UP_SECONDS: seconds(60, 86_400).default(600),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "must be one of fatal, error, warn, info, debug, trace, silent",
    })
    .default("info"),
} as const;

export type Env = Readonly<z.output<z.ZodObject<typeof settings>>>;

/** Says what is wrong with the configuration: one sentence a variable, each naming it, never its value. */
export class ConfigurationError extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.name = "ConfigurationError";
    this.sentences = sentences;
  }
}

type Source = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as unset, as it does in most shells' and containers' habits. */
const withoutEmpty = (source: Source) =>
  Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );

/** @throws {ConfigurationError} naming every variable that is missing or wrong */
export function parseSettings<S extends z.ZodRawShape>(shape: S, source: Source) {
  const given = withoutEmpty(source);
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  const first = new Map<string, string>();
  for (const issue of result.error.issues) {
    const name = String(issue.path[0]);
    if (first.has(name)) continue;
    first.set(name, `${name} ${name in given ? "" : "is not set; it "}${issue.message}.`);
  }
  throw new ConfigurationError([...first.values()]);
}

let parsed: Env | undefined;

/** @throws {ConfigurationError} at the first use in a process whose configuration is wrong or missing */
export function env(): Env {
  parsed ??= Object.freeze(readEnv(process.env));
  return parsed;
}

function readEnv(source: Source): Env {
  const values = parseSettings(settings, source);
  const problems = [...storageProblems(values), ...signingProblems(values)];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return values;
}
