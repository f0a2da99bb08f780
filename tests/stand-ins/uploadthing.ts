import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { Refusal, standIn, type StandIn } from "./server";

type File = {
  /** Null until all bytes have come. */
  bytes: Buffer | null;
  readonly acl: string | null;
  readonly disposition: string | null;
  readonly name: string | null;
  uploadedAt: number;
};

export type UploadThingStandIn = StandIn & {
  readonly token: string;
  readonly files: Map<string, File>;
  /** The plan or a setting makes every file public. */
  allPublic: boolean;
  /** Answers to every address as if it had a file of that key. */
  everyKeyTaken: boolean;
  /** The variables that lead the library here instead of to UploadThing. */
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * The three hosts of UploadThing in one: uploads and reads need a signature over the whole address with
 * the secret of the app, and an end that has not come; the rest needs the secret itself.
 */
export async function uploadThingStandIn(): Promise<UploadThingStandIn> {
  const files = new Map<string, File>();
  const apiKey = "sk_test_secret";
  const appId = "kptest";

  function refuseUnsigned(url: URL) {
    const signature = /^hmac-sha256=([0-9a-f]{64})$/.exec(url.searchParams.get("signature") ?? "");
    const text = url.href.replace(/[?&]signature=[^&]*$/, "");
    const expected = createHmac("sha256", apiKey).update(text).digest();
    if (!signature || !timingSafeEqual(expected, Buffer.from(signature[1] ?? "", "hex")))
      throw new Refusal(403, "InvalidSignature");
    if (!(Number(url.searchParams.get("expires")) > Date.now())) throw new Refusal(403, "Expired");
  }

  async function take(request: IncomingMessage, url: URL, read: () => Promise<Buffer>) {
    refuseUnsigned(url);
    const said = (name: string) => {
      const value = url.searchParams.get(name);
      return value === null ? null : decodeURIComponent(value);
    };
    if (said("x-ut-identifier") !== appId) throw new Refusal(403, "WrongApp");
    const acl = said("x-ut-acl");
    const disposition = said("x-ut-content-disposition");
    const name = said("x-ut-file-name");
    const file: File = { bytes: null, acl, disposition, name, uploadedAt: Date.now() };
    const key = url.pathname.slice(1);
    files.set(key, file);
    const body = await read();
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const part = (await new Response(new Uint8Array(body), { headers }).formData()).get("file");
    if (!(part instanceof Blob) || String(part.size) !== said("x-ut-file-size"))
      throw new Refusal(400, "SizeMismatch");
    file.bytes = Buffer.from(await part.arrayBuffer());
    const address = `http://localhost/a/${appId}/${key}`;
    return { url: address, appUrl: address, ufsUrl: address, fileHash: "", serverData: null };
  }

  async function answer(
    request: IncomingMessage,
    path: string,
    read: () => Promise<Buffer>,
  ): Promise<object> {
    if (request.headers["x-uploadthing-api-key"] !== apiKey) throw new Refusal(401, "Unauthorized");
    const body: unknown = JSON.parse((await read()).toString());
    if (path === "/v6/deleteFiles") {
      const { fileKeys } = z.object({ fileKeys: z.string().array() }).parse(body);
      const deletedCount = fileKeys.filter((key) => files.delete(key)).length;
      return { success: true, deletedCount };
    }
    if (path !== "/v6/listFiles") throw new Refusal(404, "NotFound");
    const { limit, offset } = z.object({ limit: z.number(), offset: z.number() }).parse(body);
    const page = [...files].slice(offset, offset + limit).map(([key, file]) => ({
      id: key,
      customId: null,
      key,
      name: file.name ?? "",
      size: file.bytes?.length ?? 0,
      status: file.bytes ? "Uploaded" : "Uploading",
      uploadedAt: file.uploadedAt,
    }));
    return { hasMore: offset + limit < files.size, files: page };
  }

  const server = await standIn(
    async (request, response, body) => {
      const url = new URL(request.url ?? "", `http://${request.headers.host ?? ""}`);
      if (request.method === "PUT") {
        response.end(JSON.stringify(await take(request, url, body)));
        return;
      }
      if (request.method === "POST") {
        const content = JSON.stringify(await answer(request, url.pathname, body));
        response.writeHead(200, { "content-type": "application/json" }).end(content);
        return;
      }
      const file = files.get(url.pathname.replace(`/a/${appId}/`, ""));
      if (!self.allPublic && file?.acl !== "public-read") refuseUnsigned(url);
      const bytes = self.everyKeyTaken ? Buffer.from("taken") : file?.bytes;
      if (!bytes) throw new Refusal(404, "NotFound");
      response.writeHead(200, { "content-length": bytes.length }).end(bytes);
    },
    (code) => JSON.stringify({ error: code }),
  );
  const token = JSON.stringify({ apiKey, appId, regions: ["loop"] });
  const self: UploadThingStandIn = Object.assign(server, {
    token: Buffer.from(token).toString("base64"),
    files,
    allPublic: false,
    everyKeyTaken: false,
    environment: {
      UPLOADTHING_INGEST_URL: `http://127.0.0.1:${server.port}`,
      UPLOADTHING_API_URL: `http://127.0.0.1:${server.port}`,
      UPLOADTHING_UFS_HOST: `localhost:${server.port}`,
      UPLOADTHING_UFS_APP_ID_LOCATION: "path",
      UPLOADTHING_IS_DEV: "false",
    },
  });
  return self;
}
