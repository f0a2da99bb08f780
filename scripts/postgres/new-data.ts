import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Account } from "./account";
import { superuser } from "./passwords";

/**
 * Makes the data of a new server beside the place where it belongs and returns where: renamed when all
 * is done, so that an interruption leaves no half-made server.
 */
export async function newData(
  place: string,
  password: string,
  account: Account | undefined,
  volatile: boolean,
  initdb: (args: readonly string[]) => Promise<unknown>,
): Promise<string> {
  const fresh = `${place}.new`;
  const passwordFile = path.join(os.tmpdir(), `kp-${randomBytes(8).toString("hex")}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
    if (account) for (const at of [fresh, passwordFile]) chownSync(at, account.uid, account.gid);
    await initdb([
      `--pgdata=${fresh}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      ...(volatile ? ["--no-sync"] : []),
    ]);
    return fresh;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
