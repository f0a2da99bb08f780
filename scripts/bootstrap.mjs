// What a fresh machine needs before anything else can run: a Node new enough and the packages of the
// lockfile. Built-ins only, because no package may be there yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/**
 * @param {string} version such as "v20.19.0"
 * @param {string} wanted the range of package.json, such as ">=20.19"
 */
export function isNewEnough(version, wanted) {
  const numbers = (/** @type {string} */ text) => (text.match(/\d+/g) ?? []).map(Number);
  const [major = 0, minor = 0] = numbers(version);
  const [wantedMajor = 0, wantedMinor = 0] = numbers(wanted);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(file, "utf8"));

/**
 * Whether node_modules holds what the lockfile says, development tools included: npm writes its own
 * hidden lockfile at the very end of an install, so an interrupted one does not pass.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const hidden = path.join(folder, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = json(path.join(folder, "package-lock.json")).packages;
  const found = json(hidden).packages;
  return Object.entries(wanted).every(
    ([name, { version, integrity, optional, peer }]) =>
      name === "" ||
      ((optional || peer) && !found[name]) ||
      (found[name]?.version === version && found[name]?.integrity === integrity),
  );
}

function install() {
  process.stdout.write("Installing packages (about two minutes the first time) …\n");
  const args = [
    "ci",
    "--include=dev",
    "--include=optional",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const npm = process.env["npm_execpath"];
  const result = npm?.endsWith("js")
    ? spawnSync(process.execPath, [npm, ...args], {
        cwd: root,
        stdio: ["ignore", "inherit", "inherit"],
      })
    : spawnSync("npm", args, {
        cwd: root,
        stdio: ["ignore", "inherit", "inherit"],
        shell: process.platform === "win32",
      });
  if (result.status !== 0) {
    process.stderr.write(
      "npm ci did not succeed. Check that the npm registry can be reached and that the disk has 2 GB free, then run the same command again.\n",
    );
    process.exit(1);
  }
}

/** Checks Node, installs packages if need be and teaches this process TypeScript. */
export async function bootstrap() {
  const wanted = json(path.join(root, "package.json")).engines.node;
  if (!isNewEnough(process.version, wanted)) {
    process.stderr.write(
      `This project needs Node ${wanted}, and this is Node ${process.version}. Install a newer Node from https://nodejs.org and try again.\n`,
    );
    process.exit(1);
  }
  process.chdir(root);
  if (!isInstalled(root)) install();
  process.env["NEXT_TELEMETRY_DISABLED"] = "1";
  process.env["CHECKPOINT_DISABLE"] = "1";
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: path.join(root, "tsconfig.node.json") });
}
