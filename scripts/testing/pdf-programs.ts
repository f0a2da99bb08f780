import { spawnSync } from "node:child_process";

/** What the suite asks, and the package of Debian and Ubuntu that has it. */
const programs = [
  ["pdfsig", "poppler-utils"],
  ["qpdf", "qpdf"],
  ["certutil", "libnss3-tools"],
] as const;

/** @throws with a sentence that says what to install; nothing is installed by itself */
export function requirePrograms(): void {
  const missing = programs.filter(([program]) => spawnSync(program, ["--help"]).error);
  if (missing.length === 0) return;
  const names = missing.map(([program]) => program).join(", ");
  const packages = missing.map(([, name]) => name).join(" ");
  throw new Error(
    `The suite pdf needs ${names}. Install it with: apt-get install ${packages} (macOS: brew install poppler qpdf nss).`,
  );
}
