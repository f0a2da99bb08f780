import { execFileSync } from "node:child_process";

export type Account = { readonly uid: number; readonly gid: number };

const number = (flag: string, name: string): number | undefined => {
  try {
    return Number(
      execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  } catch {
    return undefined;
  }
};

/** PostgreSQL refuses to run as root, so root hands the server to an account without rights. */
export function serverAccount(): Account | undefined {
  if (process.platform === "win32" || process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = number("-u", name);
    const gid = number("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    "The embedded PostgreSQL cannot run as root, and this machine has neither an account «postgres» nor «nobody». Start as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL.",
  );
}

/** Whether the account can enter the folder and read what is in it. */
export function canEnter(account: Account, folder: string): boolean {
  try {
    execFileSync("ls", [folder], { ...account, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
