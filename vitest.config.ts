import path from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/testing/longest-first";

const root = import.meta.dirname;
const exclude = [...configDefaults.exclude, ".next/**", ".data/**", ".cache/**", "e2e/**"];

// Two kinds of tests: "unit" needs nothing, "database" runs on a PostgreSQL of its own with a fresh
// copy of the database for each file.
export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      "server-only": path.join(root, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    // It imports "next/server" without the ending that Node asks of a module.
    server: { deps: { inline: ["next-intl"] } },
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Generous, for busy machines: what must be fast is measured by the bench.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...exclude, "**/*.db.test.ts"],
          setupFiles: ["scripts/test-database/settings.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["scripts/test-database/global-setup.ts"],
          setupFiles: ["scripts/test-database/settings.ts", "scripts/test-database/clone.ts"],
          hookTimeout: 60_000,
        },
      },
      {
        // What scripts/testing/long-suites.ts names, on a database likewise.
        extends: true,
        test: {
          name: "long",
          include: ["**/*.long.ts"],
          exclude,
          globalSetup: ["scripts/test-database/global-setup.ts"],
          setupFiles: ["scripts/test-database/settings.ts", "scripts/test-database/clone.ts"],
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
