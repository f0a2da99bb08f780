/** What is in use in a start that a public address does not allow. */
export type InUse = {
  readonly portalUrl: string;
  readonly embeddedDatabase: boolean;
  readonly embeddedProvider: boolean;
  readonly embeddedOutbox: boolean;
  readonly signingKeysInFiles: boolean;
  readonly generatedAuthSecret: boolean;
  readonly generatedLogKey: boolean;
  readonly generatedDocumentCertificate: boolean;
  /** Names of the demonstration people who can sign in, or could after this start. */
  readonly demonstrationAccounts: readonly string[];
  readonly demonstrationData: boolean;
};

/** Whether only this machine can reach the address. */
export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

/**
 * Why the portal may not be started under its address: a sentence each, all at once. Everything that
 * is made for one machine stays on that machine.
 */
export function refusals(inUse: InUse): string[] {
  if (isLoopback(inUse.portalUrl)) return [];
  const where = `PORTAL_URL is ${inUse.portalUrl}, which others can reach`;
  const sentences: string[] = [];
  const refuse = (condition: boolean, sentence: string) => {
    if (condition) sentences.push(`${where}: ${sentence}`);
  };
  refuse(
    !inUse.portalUrl.startsWith("https:"),
    "a public address must begin with https://; set PORTAL_URL accordingly.",
  );
  refuse(
    inUse.embeddedDatabase,
    "the embedded PostgreSQL may not be used; set DATABASE_URL and DATABASE_OWNER_URL.",
  );
  refuse(
    inUse.embeddedProvider,
    "the embedded credential provider may not be used; set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_ACR.",
  );
  refuse(
    inUse.embeddedOutbox,
    "the embedded email outbox may not be used; set RESEND_API_KEY, MAIL_FROM and OFFICE_MAILBOX.",
  );
  refuse(
    inUse.signingKeysInFiles,
    "signing keys may not be kept in files; set KEY_SERVICE_URL and KEY_SERVICE_TOKEN.",
  );
  refuse(
    inUse.generatedAuthSecret,
    "the generated secret may not be used; set AUTH_SECRET to a random text of your own.",
  );
  refuse(
    inUse.generatedLogKey,
    "the generated key of the certificate log may not be used; set LOG_KEY_FILE to the file of a key of your own.",
  );
  refuse(
    inUse.generatedDocumentCertificate,
    "PDFs may not be signed with the generated certificate; set PDF_CERTIFICATE_FILE to the file of one that was issued to the office.",
  );
  refuse(
    inUse.demonstrationAccounts.length > 0,
    `demonstration accounts may not be used (${inUse.demonstrationAccounts.join(", ")}); use a database without them.`,
  );
  refuse(
    inUse.demonstrationData,
    "demonstration data may not be used; use a database into which it was never loaded.",
  );
  return sentences;
}
