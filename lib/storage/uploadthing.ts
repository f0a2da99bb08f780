import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import type { UTApi } from "uploadthing/server";
import { ask, patience, type Patience } from "@/lib/storage/ask";
import { StoredFileMissing, type Storage } from "@/lib/storage/storage";

/** Seconds for which an address opens a file. It is used at once and never leaves this process. */
const opensFor = 60;
const pageSize = 500;

/** Private files at UploadThing, to which this server uploads and from which it reads. */
export function uploadThing(token: string, { upload, answer }: Patience = patience): Storage {
  let opened: Promise<UTApi> | undefined;
  let provenPrivate = false;

  // Loaded when first needed: who keeps files elsewhere need not carry it.
  const api = () =>
    (opened ??= import("uploadthing/server").then(
      ({ UTApi }) => new UTApi({ token, logLevel: "None", fetch: inTime }),
    ));

  async function inTime(input: unknown, init?: unknown) {
    const options = init as RequestInit;
    const isUpload = options.method === "PUT";
    if (isUpload) await refuseTaken(new URL(String(input)).pathname.split("/").at(-1) ?? "");
    const signals = [AbortSignal.timeout(isUpload ? upload : answer), options.signal ?? []].flat();
    // To follow a redirection, Node would keep a copy of what it sends: the whole file, in memory.
    const redirect = isUpload ? "error" : "follow";
    return fetch(input as string, { ...options, redirect, signal: AbortSignal.any(signals) });
  }

  const addressOf = async (key: string) =>
    (await (await api()).generateSignedURL(encodeURIComponent(key), { expiresIn: opensFor }))
      .ufsUrl;

  const get = async (address: string) => ask("uploadthing", address, answer);

  /** The keys that the library makes hold 31 bits of chance: of ten thousands of files two may get the same. */
  async function refuseTaken(key: string) {
    const there = await get(await addressOf(key));
    await there.body?.cancel();
    if (there.status !== 404) throw new Error("uploadthing has a file of the key already.");
  }

  /** Whether files are private depends on the plan and on a setting of the app: seen once in a process. */
  async function provePrivate(key: string) {
    if (provenPrivate) return;
    const bare = new URL(await addressOf(key));
    bare.search = "";
    const response = await get(bare.href);
    await response.body?.cancel();
    if (response.ok) throw new Error("uploadthing gives out files without a signature.");
    provenPrivate = true;
  }

  async function remove(key: string) {
    const { success } = await called("delete", (await api()).deleteFiles(key));
    if (!success) throw new Error("uploadthing did not delete a file.");
  }

  return {
    name: "uploadthing",

    async put({ path, size, mediaType }) {
      const { UTFile } = await import("uploadthing/server");
      // The name is part of what the key is made from, and nothing that a person typed.
      const file = new UTFile([await openAsBlob(path)], randomUUID(), { type: mediaType });
      if (file.size !== size) throw new Error("The file has not the size it should.");
      const options = { acl: "private", contentDisposition: "attachment" } as const;
      const { data, error } = await called("upload", (await api()).uploadFiles(file, options));
      if (!data) throw new Error(`uploadthing did not take a file: ${error.code}.`);
      try {
        await provePrivate(data.key);
      } catch (error) {
        await remove(data.key);
        throw error;
      }
      return data.key;
    },

    async read(key) {
      const response = await get(await addressOf(key));
      if (response.ok && response.body) return response.body;
      await response.body?.cancel();
      if (response.status === 404) throw new StoredFileMissing("uploadthing", key);
      throw new Error(`uploadthing answered ${response.status} to a read.`);
    },

    remove,

    async *list() {
      let more = true;
      for (let offset = 0; more; offset += pageSize) {
        const page = (await api()).listFiles({ limit: pageSize, offset });
        const { files, hasMore } = await called("list", page);
        for (const { key, status, uploadedAt } of files) {
          if (status !== "Deletion Pending") yield { key, storedAt: new Date(uploadedAt) };
        }
        more = hasMore && files.length > 0;
      }
    },
  };
}

/** The library's own errors repeat requests with their signatures: only what failed is said. */
async function called<T>(what: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/\?\S*/g, "") : "";
    throw new Error(`uploadthing could not ${what}: ${message}`);
  }
}
