import path from "node:path";
import { generateClient } from "../prepare";
import { browserTests } from "./browser";
import { clamdProgram } from "./clamd";
import { type Counts, vitestCounts } from "./counts";
import { requirePrograms } from "./pdf-programs";
import { report, runCounted } from "./run";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Tests that take too long for every change, by name; `npm run test:long` lists them. */
export const longSuites: ReadonlyMap<string, () => Promise<Counts>> = new Map([
  // Three hundred lives of an application by the portal's own commands.
  [
    "workflow",
    () => onDatabase("workflow", "database", "tests/workflow", { WORKFLOW_RUNS: "300" }),
  ],
  // Uploads and quarantine with a real clamd, its own signatures, no network.
  ["clamd", () => onDatabase("clamd", "long", "tests/clamd", { CLAMD_PROGRAM: clamdProgram(say) })],
  // Twenty thousand operations on the carat ledger while connections die; goes on where it stopped.
  [
    "ledger",
    () =>
      onDatabase("ledger", "database", "tests/ledger/fire.db.test.ts", {
        LEDGER_OPERATIONS: "20000",
        LEDGER_PROGRESS: path.resolve(".data/long/ledger.json"),
      }),
  ],
  // Signed certificates of every kind before poppler's pdfsig and qpdf; goes on where it stopped.
  [
    "pdf",
    () => {
      requirePrograms();
      return onDatabase("pdf", "long", "tests/pdf", {
        PDF_PROGRESS: path.resolve(".data/long/pdf.json"),
      });
    },
  ],
  // Ten thousand certificates by clients that press at once while connections die; goes on where it stopped.
  [
    "issue",
    () =>
      onDatabase("issue", "database", "tests/certificates/issue-fire.db.test.ts", {
        ISSUE_COUNT: "10000",
        ISSUE_PROGRESS: path.resolve(".data/long/issue.json"),
      }),
  ],
  // Two thousand mails at the provider's limit while workers are killed; goes on where it stopped.
  [
    "mail",
    () =>
      onDatabase("mail", "database", "tests/mail/backlog.db.test.ts", {
        ...{ MAIL_WORKERS: "4", MAIL_LIMIT: "5", MAIL_KILL_AFTER: "50", MAIL_RATE: "judged" },
        MAILS: process.env["MAILS"] ?? "2000",
        MAIL_PROGRESS: path.resolve(".data/long/mail.json"),
      }),
  ],
  // Two hundred crashes of the portal or the browser while a section saves itself; goes on where it stopped.
  [
    "autosave",
    () =>
      browserTests("long-autosave", ["e2e/autosave.spec.ts", "--workers=1"], {
        killed: true,
        env: {
          AUTOSAVE_ROUNDS: "200",
          AUTOSAVE_PROGRESS: path.resolve(".data/long/autosave.json"),
        },
      }),
  ],
]);

/** Tests on the database that read how far to go from their environment. */
async function onDatabase(
  name: string,
  project: "database" | "long",
  file: string,
  env: Readonly<Record<string, string>>,
): Promise<Counts> {
  await generateClient(say);
  return runCounted(
    `long-${name}`,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      `--project=${project}`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report(`long-${name}`)}`,
      file,
    ],
    env,
    vitestCounts,
  );
}
