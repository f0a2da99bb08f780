import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../lib/env";
import { readConfiguration } from "./configuration";

const database = {
  DATABASE_URL: "postgresql://kp_app:a@db.example.ca/kp",
  DATABASE_OWNER_URL: "postgresql://kp_owner:b@db.example.ca/kp",
};
const provider = {
  OIDC_ISSUER: "https://id.example.ca",
  OIDC_CLIENT_ID: "portal",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_ACR: "urn:gckey:loa2",
};
const mail = {
  RESEND_API_KEY: "re_1",
  MAIL_FROM: "permits@example.ca",
  OFFICE_MAILBOX: "office@example.ca",
};

function sentences(source: Record<string, string | undefined>): readonly string[] {
  try {
    readConfiguration(source);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.sentences;
    throw error;
  }
}

describe("the operator's configuration", () => {
  it("may be nothing at all: every part is embedded", () => {
    expect(readConfiguration({})).toMatchObject({
      port: 3000,
      portalUrl: "http://localhost:3000",
      database: "embedded",
      provider: "embedded",
      mail: "embedded",
      authSecret: "generated",
      given: {},
    });
  });

  it("takes the address from the port when only that is given", () => {
    expect(readConfiguration({ PORT: "3210" }).portalUrl).toBe("http://localhost:3210");
  });

  it("replaces each part by its own group of variables", () => {
    expect(readConfiguration({ ...database }).database).toEqual({
      appUrl: database.DATABASE_URL,
      ownerUrl: database.DATABASE_OWNER_URL,
    });
    expect(readConfiguration({ ...provider }).provider).toBe("configured");
    expect(readConfiguration({ ...mail }).mail).toBe("configured");
    expect(readConfiguration({ AUTH_SECRET: "x".repeat(32) }).authSecret).toBe("configured");
  });

  it("never hands the owner's address on to the portal", () => {
    expect(JSON.stringify(readConfiguration({ ...database }).given)).not.toContain("kp_owner");
  });

  const members = [
    ...Object.keys(database).map((name) => [name, database] as const),
    ...Object.keys(provider).map((name) => [name, provider] as const),
    ["MAIL_FROM", mail] as const,
    ["OFFICE_MAILBOX", mail] as const,
  ];
  it.each(members)("names %s when the rest of its group is set", (name, group) => {
    const found = sentences({ ...group, [name]: undefined });
    expect(found.length).toBeGreaterThan(0);
    for (const sentence of found) expect(sentence).toMatch(new RegExp(`^${name} is not set`));
  });

  const token = Buffer.from('{"apiKey":"k","appId":"a","regions":["r"]}').toString("base64");
  const cloud = { UPLOADTHING_TOKEN: token };
  const bucket = {
    S3_ENDPOINT: "https://s3.example.ca",
    S3_REGION: "ca-central-1",
    S3_BUCKET: "permits",
    S3_ACCESS_KEY_ID: "id",
    S3_SECRET_ACCESS_KEY: "secret",
  };
  it.each(Object.keys(bucket))("names %s when the rest of the bucket is set", (name) => {
    expect(sentences({ ...bucket, [name]: undefined })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is not set; it must be set together with S3_`)),
    ]);
  });

  it("asks which of two stores takes new files, and hands both on", () => {
    expect(sentences({ ...cloud, ...bucket })).toEqual([
      expect.stringMatching(/^UPLOADTHING_TOKEN and S3_ENDPOINT are both set; .* STORAGE/),
    ]);
    expect(readConfiguration({ ...cloud, ...bucket, STORAGE: "s3" }).given).toEqual({
      ...cloud,
      ...bucket,
      STORAGE: "s3",
    });
  });

  it("names the variable of a store that is named but not configured", () => {
    expect(sentences({ STORAGE: "uploadthing" })).toEqual([
      expect.stringMatching(/^UPLOADTHING_TOKEN is not set/),
    ]);
    expect(sentences({ STORAGE: "s3", ...cloud })).toEqual([
      expect.stringMatching(/^S3_ENDPOINT is not set/),
    ]);
    expect(sentences({ STORAGE: "local", ...cloud, ...bucket })).toEqual([]);
  });

  it("names a variable that is wrong, embedded parts or not", () => {
    expect(sentences({ PORT: "many" })).toEqual([expect.stringMatching(/^PORT must be/)]);
    expect(sentences({ PORTAL_URL: "example.ca" })).toEqual([
      expect.stringMatching(/^PORTAL_URL must be/),
    ]);
  });
});
