import { createHash } from "node:crypto";
import { openAsBlob } from "node:fs";
import { AwsClient } from "aws4fetch";
import { ask, patience, type Patience } from "@/lib/storage/ask";
import { isRandomKey, randomKey } from "@/lib/storage/random-key";
import { StoredFileMissing, type Storage, type StoredFile } from "@/lib/storage/storage";

export type S3Settings = {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket as first part of the path, not of the host name. */
  readonly pathStyle: boolean;
};

/** Apart from whatever else is in the bucket: only what begins so is listed and swept. */
const folder = "documents/";
const emptySha256 = createHash("sha256").digest("hex");

type Call = {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly name?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly file?: { readonly body: Blob; readonly sha256: string };
};

/** Files in a bucket with the interface of Amazon S3. Each request is signed, the bytes of a file with it. */
export function s3(settings: S3Settings, { upload, answer }: Patience = patience): Storage {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey, pathStyle } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });
  const base = new URL(endpoint.endsWith("/") ? endpoint : `${endpoint}/`);
  if (pathStyle) base.pathname += `${bucket}/`;
  else base.hostname = `${bucket}.${base.hostname}`;

  async function call({ method, name = "", query = {}, file }: Call): Promise<Response> {
    const url = new URL(name, base);
    url.search = new URLSearchParams(query).toString();
    const { headers } = await client.sign(url.href, {
      method,
      headers: { "x-amz-content-sha256": file?.sha256 ?? emptySha256 },
    });
    if (file) headers.set("content-type", file.body.type);
    return ask("s3", url.href, file ? upload : answer, {
      method,
      headers,
      // As part of a Request, Next.js would make a stream of it that has no length.
      body: file?.body ?? null,
      // To follow a redirection, Node would keep a copy of what it sends: the whole file, in memory.
      redirect: "error",
    });
  }

  /** @throws when the key is not one that `put` gave */
  function nameOf(key: string) {
    if (!isRandomKey(key)) throw new Error("This is not a key of the S3 store.");
    return folder + key;
  }

  return {
    name: "s3",

    async put({ path, size, sha256, mediaType }) {
      const key = randomKey();
      const body = await openAsBlob(path, { type: mediaType });
      if (body.size !== size) throw new Error("The file has not the size it should.");
      // One request for the whole file: it is there whole or not at all, and the store compares the hash.
      const response = await call({ method: "PUT", name: nameOf(key), file: { body, sha256 } });
      if (!response.ok) throw await failure("PUT", response);
      await response.body?.cancel();
      return key;
    },

    async read(key) {
      const response = await call({ method: "GET", name: nameOf(key) });
      if (response.ok && response.body) return response.body;
      const error = await failure("GET", response);
      throw error.code === "NoSuchKey" ? new StoredFileMissing("s3", key) : error;
    },

    async remove(key) {
      const response = await call({ method: "DELETE", name: nameOf(key) });
      if (response.ok) {
        await response.body?.cancel();
        return;
      }
      const error = await failure("DELETE", response);
      if (error.code !== "NoSuchKey") throw error;
    },

    async *list() {
      let token: string | undefined;
      do {
        const response = await call({
          method: "GET",
          query: {
            "list-type": "2",
            prefix: folder,
            ...(token ? { "continuation-token": token } : {}),
          },
        });
        if (!response.ok) throw await failure("LIST", response);
        const page = await response.text();
        yield* filesOf(page);
        token = textOf(page, "NextContinuationToken");
      } while (token);
    },
  };
}

/** The text of the first such element: enough for answers whose texts are our keys, dates and a token. */
const textOf = (xml: string, element: string) =>
  new RegExp(`<${element}>([^<]+)</${element}>`).exec(xml)?.[1]?.replaceAll("&amp;", "&");

function filesOf(xml: string): StoredFile[] {
  return [...xml.matchAll(/<Contents>.*?<\/Contents>/gs)].flatMap(([entry]) => {
    const key = textOf(entry, "Key")?.slice(folder.length) ?? "";
    const storedAt = new Date(textOf(entry, "LastModified") ?? "");
    return isRandomKey(key) && !Number.isNaN(storedAt.getTime()) ? [{ key, storedAt }] : [];
  });
}

/** What went wrong, in the store's own word. The rest of its answer repeats what is secret. */
async function failure(method: string, response: Response): Promise<Error & { code: string }> {
  const code = textOf(await response.text(), "Code") ?? "";
  return Object.assign(new Error(`s3 answered ${response.status} ${code} to ${method}.`), { code });
}
