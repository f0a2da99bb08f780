import { readFileSync } from "node:fs";
import { z } from "zod";

const urls = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.url()).min(1));

const environment = z.object({
  GCKEY_PORT: z.coerce.number().int().min(1).max(65535),
  GCKEY_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  GCKEY_SECRETS: z.string().min(1),
  GCKEY_CLIENT_REDIRECT_URIS: urls,
  GCKEY_POST_LOGOUT_URIS: urls,
  RESEND_API_KEY: z.string().min(1),
  RESEND_BASE_URL: z.url().optional(),
  MAIL_FROM: z.string().min(3),
});

const jwks = z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) });

const secrets = z.object({
  gckey: z.object({
    clientId: z.string().min(1),
    clientSecret: z.string().min(32),
    cookieKeys: z.array(z.string().min(32)).min(1),
    pairwiseSalt: z.string().min(32),
    jwks: jwks.optional(),
  }),
});

export type Jwks = z.infer<typeof jwks>;
export type Secrets = z.infer<typeof secrets>["gckey"];

/** Thrown with one sentence that names the variable; the process ends with it. */
export class ConfigurationError extends Error {}

/** What the mail needs; read apart, because seeding accounts sends none. */
const seedEnvironment = environment.pick({ GCKEY_DATABASE_URL: true, GCKEY_SECRETS: true });

function parse<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = issue?.path.join(".") ?? "";
  throw new ConfigurationError(`${where}: ${name} is missing or wrong (${issue?.message ?? ""}).`);
}

function readSecrets(path: string): Secrets {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new ConfigurationError(`GCKEY_SECRETS names a file that cannot be read: ${path}.`);
  }
  try {
    return parse(secrets, JSON.parse(text), `The private file ${path}`).gckey;
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(`GCKEY_SECRETS names a file that is not JSON: ${path}.`);
  }
}

/** Everything the server needs. Throws ConfigurationError. */
export function serverConfiguration(env: NodeJS.ProcessEnv) {
  const values = parse(environment, env, "The environment");
  const redirectUris = values.GCKEY_CLIENT_REDIRECT_URIS;
  const [firstRedirect = ""] = redirectUris;
  return {
    port: values.GCKEY_PORT,
    issuer: `http://localhost:${values.GCKEY_PORT}`,
    databaseUrl: values.GCKEY_DATABASE_URL,
    secrets: readSecrets(values.GCKEY_SECRETS),
    redirectUris,
    postLogoutUris: values.GCKEY_POST_LOGOUT_URIS,
    // …/callback/<provider> and …/backchannel-logout are neighbours in the portal.
    backchannelLogoutUri: new URL("../backchannel-logout", firstRedirect).href,
    portalOrigin: new URL(firstRedirect).origin,
    mail: {
      apiKey: values.RESEND_API_KEY,
      baseUrl: values.RESEND_BASE_URL,
      from: values.MAIL_FROM,
    },
  };
}

export type ServerConfiguration = ReturnType<typeof serverConfiguration>;

/** What seeding accounts needs. Throws ConfigurationError. */
export function seedConfiguration(env: NodeJS.ProcessEnv) {
  const values = parse(seedEnvironment, env, "The environment");
  return {
    databaseUrl: values.GCKEY_DATABASE_URL,
    secrets: readSecrets(values.GCKEY_SECRETS),
  };
}
