import "server-only";
import { env } from "@/lib/env";
import { localDisk } from "@/lib/storage/local-disk";
import type { Storage } from "@/lib/storage/storage";

const stores: Record<string, () => Storage> = {
  local: () => localDisk(env().STORAGE_DIR),
};

/** The store that new files go to. */
export function storage(): Storage {
  return storeNamed("local");
}

/** The store that a row names. @throws when this installation has no such store */
export function storeNamed(name: string): Storage {
  const open = stores[name];
  if (!open) throw new Error(`There is no document store "${name}".`);
  return open();
}
