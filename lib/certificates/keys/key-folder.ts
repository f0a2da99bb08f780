import { readFile } from "node:fs/promises";
import path from "node:path";
import { privateKey, type PrivateKey } from "@/lib/certificates/keys/jwk";
import { thumbprintOf } from "@/lib/certificates/seal/thumbprint";

/** Where the private part of a key is, named as a seal names the key. */
export const keyFile = (folder: string, kid: string) => path.join(folder, `${kid}.json`);

/** The private key of that name; null where it is not there, or a file holds another one. */
export async function findPrivateKey(folder: string, kid: string): Promise<PrivateKey | null> {
  const text = await readFile(keyFile(folder, kid), "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const key = privateKey.parse(JSON.parse(text));
  return (await thumbprintOf(key)).short === kid ? key : null;
}
