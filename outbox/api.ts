import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { apiError } from "./mail";
import type { ApiError, Mail, MailDraft } from "./mail";
import type { rateLimit } from "./rate-limit";
import { lastEvent } from "./reports";
import type { Kept, MailStore } from "./store";
import { readMail } from "./validate";

export type ApiAnswer = { status: number; body: unknown; headers?: Record<string, string> };
type Context = {
  store: MailStore;
  /** Whoever sends by it, with what they may make each second, by their key. */
  accounts: ReadonlyMap<string, ReturnType<typeof rateLimit>>;
  /** Is told of mails that were taken. */
  onTaken: (ids: readonly string[]) => Promise<void>;
  /** How many requests there were since the start, and how many of them were too many. */
  figures: { requests: number; tooMany: number };
};

const BODY_MAX = 40 * 1024 * 1024;
const BATCH_MAX = 100;

/** Answers one request to the provider's API, or null when the path is no part of it. */
export async function answerApi(
  request: IncomingMessage,
  url: URL,
  context: Context,
): Promise<ApiAnswer | null> {
  const id = /^\/emails\/([^/]+)$/.exec(url.pathname)?.[1];
  const isBatch = url.pathname === "/emails/batch";
  const sends = url.pathname === "/emails" || isBatch;
  const forTests = url.pathname === "/api/mails" || url.pathname === "/api/figures";
  if (!sends && id === undefined && !forTests) return null;

  const limit = limitOf(request.headers.authorization, context.accounts);
  if ("statusCode" in limit) return failed(limit);
  if (url.pathname === "/api/figures") {
    return { status: 200, body: { ...context.figures, kept: context.store.count() } };
  }
  if (forTests) return await listForTests(url, context.store);

  const place = limit.take();
  const seconds = String(Math.ceil(place.waitMs / 1000) || 1);
  const limits = {
    "ratelimit-limit": String(limit.limit),
    "ratelimit-remaining": String(place.remaining),
    "ratelimit-reset": seconds,
  };
  context.figures.requests += 1;
  if (place.waitMs > 0) {
    context.figures.tooMany += 1;
    const message = `Too many requests. You can only make ${limit.limit} requests per second.`;
    const error = apiError(429, "rate_limit_exceeded", message);
    return { ...failed(error), headers: { ...limits, "retry-after": seconds } };
  }
  const method = sends ? "POST" : "GET";
  const answer =
    request.method !== method
      ? failed(apiError(405, "method_not_allowed", `Use ${method} here.`))
      : sends
        ? await send(request, isBatch, context)
        : await show(id ?? "", context.store);
  return { ...answer, headers: { ...limits, ...answer.headers } };
}

async function send(
  request: IncomingMessage,
  isBatch: boolean,
  { store, onTaken }: Context,
): Promise<ApiAnswer> {
  const key = request.headers["idempotency-key"] ?? null;
  if (key !== null && (typeof key !== "string" || key.length < 1 || key.length > 256)) {
    return failed(apiError(400, "invalid_idempotency_key", "The key must be between 1-256 chars."));
  }
  const body = await readBody(request);
  if (body === null)
    return failed(apiError(413, "validation_error", "The mail is larger than 40 MB."));
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return failed(apiError(400, "validation_error", "The request body is not valid JSON."));
  }
  const permissive = isBatch && request.headers["x-batch-validation"] === "permissive";
  const read = isBatch ? readBatch(json, permissive) : readOne(json);
  if ("error" in read) return failed(read.error);
  const kept = await store.keep(read.drafts, key, `${request.url ?? ""}\n${body}`);
  if (kept.outcome !== "kept" && kept.outcome !== "repeated") return failed(refusal(kept.outcome));
  if (kept.outcome === "kept") await onTaken(kept.ids);
  if (!isBatch) return { status: 200, body: { id: kept.ids[0] } };
  const data = kept.ids.map((id) => ({ id }));
  return { status: 200, body: permissive ? { data, errors: read.errors } : { data } };
}

type Drafts =
  { drafts: MailDraft[]; errors: { index: number; message: string }[] } | { error: ApiError };

function readOne(json: unknown): Drafts {
  const read = readMail(json, { batch: false });
  return read.ok ? { drafts: [read.value], errors: [] } : { error: read.error };
}

/** Strict: one wrong mail refuses all. Permissive: wrong ones are named and left out. */
function readBatch(json: unknown, permissive: boolean): Drafts {
  if (!Array.isArray(json) || json.length === 0 || json.length > BATCH_MAX) {
    return { error: apiError(422, "validation_error", `A batch holds 1 to ${BATCH_MAX} emails.`) };
  }
  const drafts: MailDraft[] = [];
  const errors: { index: number; message: string }[] = [];
  for (const [index, item] of (json as unknown[]).entries()) {
    const read = readMail(item, { batch: true });
    if (read.ok) drafts.push(read.value);
    else if (permissive) errors.push({ index, message: read.error.message });
    else return { error: read.error };
  }
  return { drafts, errors };
}

function refusal(outcome: Exclude<Kept["outcome"], "kept" | "repeated">): ApiError {
  switch (outcome) {
    case "otherBody":
      return apiError(
        409,
        "invalid_idempotent_request",
        "Same idempotency key used with a different request payload.",
      );
    case "inProgress":
      return apiError(
        409,
        "concurrent_idempotent_requests",
        "Same idempotency key used while original request is still in progress.",
      );
  }
}

async function show(id: string, store: MailStore): Promise<ApiAnswer> {
  const mail = await store.find(id);
  if (!mail) return failed(apiError(404, "not_found", "Email not found"));
  return { status: 200, body: { object: "email", ...wire(mail), last_event: lastEvent(mail) } };
}

/** Not part of the provider's API: whole mails by recipient, newest first, for tests. */
async function listForTests(url: URL, store: MailStore): Promise<ApiAnswer> {
  const mails = [];
  for (const { id } of store.list(url.searchParams.get("to") ?? "")) {
    const mail = await store.find(id);
    if (mail) mails.push({ ...wire(mail), headers: mail.headers, tags: mail.tags });
  }
  return { status: 200, body: { mails } };
}

function wire(mail: Mail) {
  const { id, from, to, cc, bcc, subject, html, text } = mail;
  const rest = {
    reply_to: mail.replyTo,
    created_at: mail.createdAt,
    scheduled_at: mail.scheduledAt,
  };
  return { id, from, to, cc, bcc, subject, html, text, ...rest };
}

function limitOf(
  authorization: string | undefined,
  accounts: Context["accounts"],
): ReturnType<typeof rateLimit> | ApiError {
  const given = /^Bearer (.+)$/.exec(authorization ?? "")?.[1];
  if (given === undefined) return apiError(401, "missing_api_key", "Missing API Key");
  const digest = (text: string) => createHash("sha256").update(text).digest();
  for (const [key, limit] of accounts) {
    if (timingSafeEqual(digest(given), digest(key))) return limit;
  }
  return apiError(401, "invalid_api_key", "API key is invalid");
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function failed(error: ApiError): ApiAnswer {
  return { status: error.statusCode, body: error };
}
