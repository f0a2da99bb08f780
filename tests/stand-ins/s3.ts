import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { S3Settings } from "@/lib/storage/s3";
import { Refusal, standIn, type StandIn } from "./server";

type Object = { readonly bytes: Buffer; modified: Date; readonly mediaType: string };

export type S3StandIn = StandIn & {
  readonly settings: S3Settings;
  /** Under their names in the bucket. */
  readonly objects: Map<string, Object>;
};

const pageSize = 3;
const minutes = 60_000;
const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();
const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * A bucket that answers only requests signed as AWS Signature Version 4 says: with its secret, for its
 * region, within fifteen minutes of its clock, over the hash of the very bytes that arrive.
 */
export async function s3StandIn(): Promise<S3StandIn> {
  const objects = new Map<string, Object>();
  const keys = { accessKeyId: "KPTEST", secretAccessKey: "secret-of-the-test-bucket" };
  const place = { region: "ca-central-1", bucket: "permits" };

  function refuseUnsigned(request: IncomingMessage, url: URL, body: Buffer) {
    const header = (name: string) => String(request.headers[name] ?? "");
    const authorization =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
        header("authorization"),
      );
    if (!authorization) throw new Refusal(403, "AccessDenied");
    const [, id = "", day = "", region = "", signed = "", signature = ""] = authorization;
    if (id !== keys.accessKeyId) throw new Refusal(403, "InvalidAccessKeyId");
    const names = signed.split(";");
    if (!["host", "x-amz-date", "x-amz-content-sha256"].every((name) => names.includes(name)))
      throw new Refusal(403, "AccessDenied");
    const stamp = header("x-amz-date");
    const at = Date.parse(
      stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"),
    );
    if (!(Math.abs(Date.now() - at) <= 15 * minutes) || !stamp.startsWith(day))
      throw new Refusal(403, "RequestTimeTooSkewed");
    const query = [...url.searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join("&");
    const headers = names.map((name) => `${name}:${header(name).trim()}\n`).join("");
    const payload = header("x-amz-content-sha256");
    const canonical = [request.method, url.pathname, query, headers, signed, payload].join("\n");
    const scope = `${day}/${place.region}/s3/aws4_request`;
    const text = ["AWS4-HMAC-SHA256", stamp, scope, sha256(canonical)].join("\n");
    const dayKey = hmac(`AWS4${keys.secretAccessKey}`, day);
    const key = hmac(hmac(hmac(dayKey, place.region), "s3"), "aws4_request");
    if (region !== place.region || !timingSafeEqual(hmac(key, text), Buffer.from(signature, "hex")))
      throw new Refusal(403, "SignatureDoesNotMatch");
    if (payload !== sha256(body)) throw new Refusal(400, "XAmzContentSHA256Mismatch");
  }

  function list(url: URL, response: ServerResponse) {
    const after = url.searchParams.get("continuation-token")?.replace("after&", "") ?? "";
    const prefix = url.searchParams.get("prefix") ?? "";
    const rest = [...objects.keys()]
      .sort()
      .filter((name) => name.startsWith(prefix) && name > after);
    const page = rest.slice(0, pageSize);
    const more = rest.length > pageSize;
    const entries = page.map((name) => {
      const { modified, bytes } = objects.get(name) as Object;
      return `<Contents><Key>${name}</Key><LastModified>${modified.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`;
    });
    const token = more
      ? `<NextContinuationToken>after&amp;${page.at(-1) ?? ""}</NextContinuationToken>`
      : "";
    response.end(
      `<?xml version="1.0"?><ListBucketResult><IsTruncated>${String(more)}</IsTruncated>${token}\n${entries.join("\n")}</ListBucketResult>`,
    );
  }

  const server = await standIn(
    async (request, response, read) => {
      const url = new URL(request.url ?? "", `http://${request.headers.host ?? ""}`);
      const body = await read();
      refuseUnsigned(request, url, body);
      if (!url.pathname.startsWith(`/${place.bucket}/`)) throw new Refusal(404, "NoSuchBucket");
      const name = url.pathname.slice(place.bucket.length + 2);
      const found = objects.get(name);
      if (request.method === "PUT") {
        if (request.headers["content-length"] === undefined)
          throw new Refusal(411, "MissingContentLength");
        const mediaType = request.headers["content-type"] ?? "";
        objects.set(name, { bytes: body, modified: new Date(), mediaType });
        response.end();
      } else if (request.method === "DELETE") {
        objects.delete(name);
        response.writeHead(204).end();
      } else if (url.searchParams.get("list-type") === "2") list(url, response);
      else if (!found) throw new Refusal(404, "NoSuchKey");
      else response.writeHead(200, { "content-length": found.bytes.length }).end(found.bytes);
    },
    (code) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
  );
  const settings = {
    endpoint: `http://127.0.0.1:${server.port}`,
    ...place,
    ...keys,
    pathStyle: true,
  };
  return Object.assign(server, { settings, objects });
}

/** The variables with which a process finds the bucket. */
export const s3Environment = (settings: S3Settings): Record<string, string> => ({
  S3_ENDPOINT: settings.endpoint,
  S3_REGION: settings.region,
  S3_BUCKET: settings.bucket,
  S3_ACCESS_KEY_ID: settings.accessKeyId,
  S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
});
