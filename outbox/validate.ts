import { apiError } from "./mail";
import type { ApiError, Attachment, MailDraft } from "./mail";

type Read<T> = { ok: true; value: T } | { ok: false; error: ApiError };
type Fields = Record<string, unknown>;

const RECIPIENTS_MAX = 50;
const TAG = /^[A-Za-z0-9_-]{1,256}$/;
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** One address: no white space, separators or control characters, so that one string is one mailbox. */
const ADDRESS =
  /^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\\p{Cc}]+\.[^\s@,;:<>()[\]"\\\p{Cc}]+$/u;
/** `Name <address>`; a bare name may hold nothing that would make a second mailbox of it. */
const NAMED = /^(?:"[^"\\]*"|[^<>@,;:"\\]*)<([^<>]+)>$/u;
const CONTROL = /\p{Cc}/u;

/** Reads one mail of the provider's API, or says what is wrong with it in the provider's words. */
export function readMail(body: unknown, options: { batch: boolean }): Read<MailDraft> {
  if (!isFields(body)) return invalid("The request body must be a JSON object.");
  for (const field of ["from", "to", "subject"] as const) {
    if (body[field] === undefined || body[field] === "" || emptyList(body[field])) {
      return bad(422, "missing_required_field", `Missing \`${field}\` field.`);
    }
  }
  if (typeof body.from !== "string" || !isMailbox(body.from)) {
    return bad(422, "invalid_from_address", `Invalid \`from\` field. ${FORMAT}`);
  }
  const lists: Record<string, string[]> = {};
  for (const field of ["to", "cc", "bcc", "reply_to"] as const) {
    const list = addresses(body[field]);
    if (!list) return invalid(`Invalid \`${field}\` field. ${FORMAT}`);
    if (list.length > RECIPIENTS_MAX)
      return invalid(`\`${field}\` holds more than ${RECIPIENTS_MAX} addresses.`);
    lists[field] = list;
  }
  if (typeof body.subject !== "string" || CONTROL.test(body.subject))
    return invalid("Invalid `subject` field.");
  const html = optionalText(body.html);
  const text = optionalText(body.text);
  if (html === undefined || text === undefined)
    return invalid("`html` and `text` must be strings.");
  if (html === null && text === null)
    return bad(422, "missing_required_field", "Missing `html` or `text` field.");
  const headers = readHeaders(body.headers);
  if (!headers) return invalid("Invalid `headers` field.");
  const tags = readTags(body.tags);
  if (!tags)
    return invalid("Tags should only contain ASCII letters, numbers, underscores, or dashes.");
  const attachments = readAttachments(body.attachments);
  if (!attachments)
    return bad(422, "invalid_attachment", "Attachment must have `content` and a `filename`.");
  const scheduledAt = optionalText(body.scheduled_at);
  if (scheduledAt === undefined) return invalid("Invalid `scheduled_at` field.");
  if (options.batch && (attachments.length > 0 || scheduledAt !== null)) {
    return invalid("`attachments` and `scheduled_at` are not supported in a batch.");
  }
  const value = { from: body.from, to: lists.to ?? [], cc: lists.cc ?? [], bcc: lists.bcc ?? [] };
  const rest = { replyTo: lists.reply_to ?? [], subject: body.subject, html, text };
  return { ok: true, value: { ...value, ...rest, headers, tags, attachments, scheduledAt } };
}

const FORMAT =
  "The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.";

/** True for exactly one mailbox, bare or with a display name; false for a list hidden in one string. */
export function isMailbox(text: string): boolean {
  const named = NAMED.exec(text);
  return ADDRESS.test(named?.[1]?.trim() ?? text.trim()) && !CONTROL.test(text);
}

function addresses(value: unknown): string[] | null {
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.every((item): item is string => typeof item === "string" && isMailbox(item))
    ? list
    : null;
}

/** null: absent; undefined: present and not a string. */
function optionalText(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : undefined;
}

function readHeaders(value: unknown): Record<string, string> | null {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) return null;
  const headers: Record<string, string> = {};
  for (const [name, text] of Object.entries(value)) {
    if (!HEADER_NAME.test(name) || typeof text !== "string" || CONTROL.test(text)) return null;
    headers[name] = text;
  }
  return headers;
}

function readTags(value: unknown): { name: string; value: string }[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const tags: { name: string; value: string }[] = [];
  for (const tag of value as unknown[]) {
    if (!isFields(tag) || typeof tag.name !== "string" || typeof tag.value !== "string")
      return null;
    if (!TAG.test(tag.name) || !TAG.test(tag.value)) return null;
    tags.push({ name: tag.name, value: tag.value });
  }
  return tags;
}

function readAttachments(value: unknown): Attachment[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const attachments: Attachment[] = [];
  for (const item of value as unknown[]) {
    if (!isFields(item) || typeof item.filename !== "string" || typeof item.content !== "string")
      return null;
    const contentType = typeof item.content_type === "string" ? item.content_type : null;
    attachments.push({ filename: item.filename, content: item.content, contentType });
  }
  return attachments;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function emptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function invalid(message: string) {
  return bad(422, "validation_error", message);
}

function bad(statusCode: number, name: string, message: string): { ok: false; error: ApiError } {
  return { ok: false, error: apiError(statusCode, name, message) };
}
