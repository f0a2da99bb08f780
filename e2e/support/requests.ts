import { createHash, randomBytes } from "node:crypto";
import { startSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { newProof } from "@/tests/factories/proof";

/** Who sends a request: a cookie, or nobody. */
export interface Sender {
  readonly name: string;
  readonly cookie: string | null;
}

/** The Cookie header of a new session of this person. */
export async function cookieOf(userId: string): Promise<string> {
  const token = randomBytes(32).toString("hex");
  await startSession(token, userId, new Date(Date.now() + 3_600_000), newProof());
  return `kp-${new URL(env().PORTAL_URL).port}-session=${token}`;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Where a redirect leads, without the origin. */
  readonly location: string | null;
}

async function read(response: Response): Promise<Answer> {
  const location = response.headers.get("location");
  const target = location ? new URL(location, env().PORTAL_URL) : null;
  return {
    status: response.status,
    headers: response.headers,
    body: await response.text(),
    location: target ? target.href.replace(target.origin, "") : null,
  };
}

/** Asks for an address as a browser does, without following where it leads. */
export async function get(address: string, { cookie }: Sender): Promise<Answer> {
  const headers = { accept: "text/html", ...(cookie ? { cookie } : {}) };
  return read(await fetch(env().PORTAL_URL + address, { headers, redirect: "manual" }));
}

/** Asks with any method, with nothing in the body. */
export async function send(method: string, address: string, { cookie }: Sender): Promise<Answer> {
  const headers = { origin: env().PORTAL_URL, ...(cookie ? { cookie } : {}) };
  return read(await fetch(env().PORTAL_URL + address, { method, headers, redirect: "manual" }));
}

/** Sends a form as a browser does. `origin: null` leaves the header out. */
export async function post(
  address: string,
  { cookie }: Sender,
  body: BodyInit,
  origin: string | null = env().PORTAL_URL,
): Promise<Answer> {
  const headers = {
    accept: "text/html",
    ...(cookie ? { cookie } : {}),
    ...(origin === null ? {} : { origin }),
  };
  const url = env().PORTAL_URL + address;
  return read(await fetch(url, { method: "POST", headers, body, redirect: "manual" }));
}

export const markupOfMain = (body: string) => /<main[\s\S]*?<\/main>/.exec(body)?.[0] ?? "";

/** What a page says, without what differs from request to request. */
export function mainOf({ body }: Answer): string {
  return markupOfMain(body).replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    "…",
  );
}

export const digest = (text: string) => createHash("sha256").update(text).digest("hex");
