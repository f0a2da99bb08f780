import { register } from "node:module";
import { defineConfig } from "@playwright/test";

register("./e2e/support/json-modules.mjs", import.meta.url);

const given = (name: string): string => {
  const value = process.env[name] ?? "";
  // Tools that only look at this file need no portal.
  if (!value && process.argv.includes("test")) {
    throw new Error(`${name} is not set: run the browser tests with \`npm run e2e\`.`);
  }
  return value;
};

// The portal under test is started by scripts/testing/browser.ts, new for each run.
export default defineConfig({
  testDir: "e2e",
  // Test code uses the portal's own modules; "server-only" means nothing here.
  tsconfig: "tsconfig.node.json",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: given("E2E_URL"),
    launchOptions: { executablePath: given("E2E_CHROMIUM") },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // A fifth of the time: `npm run e2e -- e2e/one.spec.ts --trace on` for whoever looks for a fault.
    trace: "off",
    timezoneId: "America/Toronto",
  },
});
