import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export const logKeyFile = (dataFolder: string) => path.join(dataFolder, "log-key.pem");

/** The key of the certificate log of this machine; made at the first start, and readable by this account alone. */
export function ensureLogKey(dataFolder: string): void {
  const file = logKeyFile(dataFolder);
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), {
    mode: 0o600,
    flag: "wx",
  });
}
