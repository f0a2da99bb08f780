import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** What a program says, and that it is content. */
function ask(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/** Readers of PDFs that are none of ours: poppler's pdfsig, which verifies with NSS, and qpdf. */
export function readersWhoTrust(rootFile: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kp-readers-"));
  const trust = `sql:${folder}`;
  ask("certutil", "-N", "-d", trust, "--empty-password");
  ask("certutil", "-A", "-d", trust, "-n", "root", "-t", ",C,", "-i", rootFile);
  return {
    judge(pdf: Uint8Array): { pdfsig: string; qpdf: string } {
      const file = path.join(folder, "certificate.pdf");
      writeFileSync(file, pdf);
      return { pdfsig: ask("pdfsig", "-nssdir", trust, file), qpdf: ask("qpdf", "--check", file) };
    },
    forget: () => rmSync(folder, { recursive: true }),
  };
}
