import "server-only";
import { env } from "@/lib/env";
import { localDisk } from "@/lib/storage/local-disk";
import { s3 } from "@/lib/storage/s3";
import { storeForNewFiles, storeNames, type StoreName } from "@/lib/storage/settings";
import type { Storage } from "@/lib/storage/storage";
import { uploadThing } from "@/lib/storage/uploadthing";

const openings: Record<StoreName, () => Storage | null> = {
  local: () => localDisk(env().STORAGE_DIR),
  uploadthing: () => {
    const { UPLOADTHING_TOKEN } = env();
    return UPLOADTHING_TOKEN ? uploadThing(UPLOADTHING_TOKEN) : null;
  },
  s3: () => {
    const { S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket, S3_PATH_STYLE } = env();
    const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env();
    if (!endpoint || !region || !bucket || !accessKeyId || !secretAccessKey) return null;
    const pathStyle = S3_PATH_STYLE;
    return s3({ endpoint, region, bucket, accessKeyId, secretAccessKey, pathStyle });
  },
};

const open = new Map<StoreName, Storage>();

function opened(name: StoreName): Storage | null {
  const store = open.get(name) ?? openings[name]();
  if (store) open.set(name, store);
  return store;
}

/** The store that new files go to. */
export function storage(): Storage {
  return storeNamed(storeForNewFiles(env()));
}

/** The store that a row names. @throws when this installation has no such store */
export function storeNamed(name: string): Storage {
  const known = storeNames.find((store) => store === name);
  const store = known && opened(known);
  if (!store)
    throw new Error(`There is no document store "${name}" here: its settings are missing.`);
  return store;
}

/** Every store that is configured: that of new files, and earlier ones that still hold some. */
export function allStores(): Storage[] {
  return storeNames.flatMap((name) => opened(name) ?? []);
}
