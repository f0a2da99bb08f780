import { rmSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { documentFiles } from "../document-files";

// Every test file: a complete configuration that reaches nothing outside, and a folder of its own.
const storage = mkdtempSync(path.join(os.tmpdir(), "kp-test-"));
afterAll(() => {
  rmSync(storage, { recursive: true, force: true });
});

delete process.env["RESEND_BASE_URL"];
Object.assign(process.env, {
  PORT: "3000",
  PORTAL_URL: "http://localhost:3000",
  DATABASE_URL: "postgresql://kp_app@127.0.0.1:1/none",
  DATABASE_OWNER_URL: "postgresql://kp_owner@127.0.0.1:1/none",
  OIDC_ISSUER: "http://127.0.0.1:1",
  OIDC_CLIENT_ID: "test",
  OIDC_CLIENT_SECRET: "test-client-secret-test-client-secret",
  OIDC_ACR: "urn:gckey:loa2",
  AUTH_SECRET: "test-auth-secret-test-auth-secret-test",
  RESEND_API_KEY: "re_test",
  RESEND_BASE_URL: "http://127.0.0.1:1",
  MAIL_FROM: "Kimberley Process Office <office@test.example>",
  OFFICE_MAILBOX: "office@test.example",
  STORAGE_DIR: path.join(storage, "documents"),
  AUDIT_HEADS_DIR: path.join(storage, "audit"),
  // Those whose public parts are in the template of the test databases.
  SIGNING_KEYS_DIR: path.resolve(".data/test/keys"),
  ...documentFiles(path.resolve(".data/test/keys")),
  LOG_LEVEL: "silent",
});
