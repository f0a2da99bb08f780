import { describe, expect, it } from "vitest";
import { ConfigurationError, parseSettings, settings } from "./env";

const good = {
  PORTAL_URL: "https://permits.example.ca",
  DATABASE_URL: "postgresql://kp_app:x@127.0.0.1:5432/kp",
  OIDC_ISSUER: "https://id.example.ca",
  OIDC_CLIENT_ID: "portal",
  OIDC_CLIENT_SECRET: "s",
  OIDC_ACR: "urn:gckey:loa2",
  AUTH_SECRET: "a".repeat(32),
  RESEND_API_KEY: "re_1",
  MAIL_FROM: "Kimberley Process Office <permits@example.ca>",
  OFFICE_MAILBOX: "office@example.ca",
};

function sentencesOf(source: Record<string, string | undefined>): readonly string[] {
  try {
    parseSettings(settings, source);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.sentences;
    throw error;
  }
}

describe("configuration", () => {
  it("accepts a complete configuration and fills in the plain defaults", () => {
    expect(parseSettings(settings, good)).toMatchObject({
      PORT: 3000,
      PORTAL_URL: "https://permits.example.ca",
      STORAGE_DIR: ".data/documents",
      SESSION_IDLE_SECONDS: 1200,
      SESSION_MAX_SECONDS: 28_800,
    });
  });

  it("drops the slash of an origin and nothing else", () => {
    expect(
      parseSettings(settings, { ...good, PORTAL_URL: "http://localhost:3000/" }).PORTAL_URL,
    ).toBe("http://localhost:3000");
  });

  it.each(["http://localhost:4000", "http://127.0.0.1:4000", "http://[::1]:4000"])(
    "takes %s, which does not leave the machine",
    (address) => {
      const given = { ...good, OIDC_ISSUER: address, RESEND_BASE_URL: address };
      expect(parseSettings(settings, given)).toMatchObject({ OIDC_ISSUER: address });
    },
  );

  it.each([
    ["127.0.0.1:3310", { host: "127.0.0.1", port: 3310 }],
    ["clamav.example.ca:3310", { host: "clamav.example.ca", port: 3310 }],
    ["[::1]:3310", { host: "::1", port: 3310 }],
  ])("finds the scanner at %s", (address, found) => {
    expect(parseSettings(settings, { ...good, CLAMAV_HOST: address }).CLAMAV_HOST).toEqual(found);
  });

  it("takes one mailbox for the checkpoints of the log, or several", () => {
    const given = (LOG_MAILBOXES: string) =>
      parseSettings(settings, { ...good, LOG_MAILBOXES }).LOG_MAILBOXES;
    expect(given("a@example.ca")).toEqual(["a@example.ca"]);
    expect(given(" a@example.ca  b@example.org")).toEqual(["a@example.ca", "b@example.org"]);
  });

  it.each(Object.keys(good))("names %s when it is not set", (name) => {
    const sentences = sentencesOf({ ...good, [name]: undefined });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(new RegExp(`^${name} is not set; it must be .+\\.$`));
  });

  it("treats an empty variable as unset", () => {
    expect(sentencesOf({ ...good, AUTH_SECRET: "" })[0]).toMatch(/^AUTH_SECRET is not set/);
  });

  it.each([
    ["PORTAL_URL", "permits.example.ca"],
    ["LOG_MAILBOXES", "a@example.ca, b@example.org"],
    ["LOG_ORIGIN", "the log of Canada"],
    ["LOG_ORIGIN", "example.ca+log"],
    ["PORTAL_URL", "https://example.ca/portal"],
    ["PORTAL_URL", "ftp://example.ca"],
    ["PORTAL_URL", "https://user@example.ca"],
    ["DATABASE_URL", "mysql://a@b/c"],
    ["DATABASE_URL", "postgresql://a@b"],
    ["OIDC_ISSUER", "id.example.ca"],
    ["OIDC_ISSUER", "http://id.example.ca"],
    ["RESEND_BASE_URL", "http://127.0.0.1.example.ca"],
    ["AUTH_SECRET", "a".repeat(31)],
    ["PORT", "0"],
    ["PORT", "80a"],
    ["PORT", "65536"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a@b.ca\r\nBcc: c@d.ca"],
    ["OFFICE_MAILBOX", "Office <office@example.ca>"],
    ["SESSION_IDLE_SECONDS", "20m"],
    ["DATABASE_POOL", "0"],
    ["CLAMAV_HOST", "127.0.0.1"],
    ["CLAMAV_HOST", "127.0.0.1:0x"],
    ["CLAMAV_HOST", ":3310"],
    ["CLAMAV_HOST", "tcp://127.0.0.1:3310"],
    ["CLAMAV_HOST", "somebody@127.0.0.1:3310"],
    ["CLAMAV_HOST", "127.0.0.1:3310/path"],
    ["CLAMAV_SECONDS", "0"],
    ["LOG_LEVEL", "loud"],
    ["STORAGE", "cloud"],
    ["UPLOADTHING_TOKEN", "sk_live_1"],
    ["S3_ENDPOINT", "http://s3.example.ca"],
    ["S3_PATH_STYLE", "yes"],
  ])("refuses %s=%j in one sentence that does not repeat the value", (name, value) => {
    const sentences = sentencesOf({ ...good, [name]: value });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(new RegExp(`^${name} must be .+\\.$`));
    if (name === "AUTH_SECRET" || name === "DATABASE_URL")
      expect(sentences[0]).not.toContain(value);
  });

  it("lists all that is wrong at once", () => {
    expect(sentencesOf({ ...good, AUTH_SECRET: "short", OIDC_ISSUER: undefined })).toHaveLength(2);
  });
});
