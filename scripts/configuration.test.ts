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

  it("names a variable that is wrong, embedded parts or not", () => {
    expect(sentences({ PORT: "many" })).toEqual([expect.stringMatching(/^PORT must be/)]);
    expect(sentences({ PORTAL_URL: "example.ca" })).toEqual([
      expect.stringMatching(/^PORTAL_URL must be/),
    ]);
  });
});
