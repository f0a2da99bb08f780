import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { answerApi } from "./api";
import { listPage, mailDocument, mailPage, problemPage } from "./pages";
import { rateLimit } from "./rate-limit";
import { openReporter, type Webhook } from "./reporter";
import { openStore } from "./store";
import { style } from "./style";
import { languageOf } from "./words";

export type OutboxOptions = {
  directory: string;
  /** One for each account that sends by it. */
  apiKeys: readonly string[];
  /** Where it is told what became of mails; unset: nowhere. */
  webhook?: Webhook | undefined;
  /** Requests that it takes of each account in a second. */
  perSecond?: number | undefined;
  /** Milliseconds since 1970; tests give their own. */
  now?: () => number;
  onError?: (error: unknown) => void;
};

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A mail may style itself and nothing more: no script, no request, no form, an origin of its own. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
const PER_SECOND = 5;

/** The stand-in for the mail provider: its API, and pages to read what was sent. It listens nowhere yet. */
export async function createOutbox(options: OutboxOptions): Promise<Server> {
  const now = options.now ?? Date.now;
  const store = await openStore(options.directory, now);
  const { directory, apiKeys, webhook, perSecond = PER_SECOND } = options;
  const reporter = webhook && (await openReporter({ directory, store, webhook, now }));
  const accounts = new Map(apiKeys.map((key) => [key, rateLimit(perSecond, 1000, now)]));
  const onTaken = (ids: readonly string[]) => reporter?.tell(ids) ?? Promise.resolve();
  const figures = { requests: 0, tooMany: 0 };
  const context = { store, accounts, onTaken, figures };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (!isOwnName(request.headers.host))
      return reply(response, 421, "text/plain", "Unknown host\n");
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname === "/healthz")
      return reply(response, 200, "application/json", '{"status":"ok"}');
    const api = await answerApi(request, url, context);
    if (api) {
      // A body that was not read to its end cannot be followed by another request.
      if (!request.complete) response.setHeader("connection", "close");
      return reply(response, api.status, "application/json", JSON.stringify(api.body), api.headers);
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return reply(response, 405, "text/plain", "Method not allowed\n", { allow: "GET, HEAD" });
    }
    return await answerViewer(request, response, url);
  }

  async function answerViewer(request: IncomingMessage, response: ServerResponse, url: URL) {
    const language = languageOf(url, request.headers["accept-language"]);
    if (url.pathname === "/style.css") return reply(response, 200, "text/css", style);
    if (url.pathname === "/") {
      const recipient = (url.searchParams.get("to") ?? "").trim();
      const page = Number.parseInt(url.searchParams.get("page") ?? "1", 10) || 1;
      return reply(
        response,
        200,
        "text/html",
        listPage(language, store.list(recipient), recipient, page),
      );
    }
    const [, id = "", html] = /^\/mail\/([0-9a-f-]{36})(\/html)?$/.exec(url.pathname) ?? [];
    const mail = await store.find(id);
    if (html !== undefined && typeof mail?.html === "string") {
      const headers = { "content-security-policy": MAIL_POLICY };
      return reply(response, 200, "text/html", mailDocument(mail.html), headers);
    }
    if (mail && html === undefined)
      return reply(response, 200, "text/html", mailPage(language, mail));
    return reply(response, 404, "text/html", problemPage(language, "notFound"));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.onError?.(error);
      if (response.headersSent) return response.destroy();
      const isApi = request.headers.authorization !== undefined;
      const failure = {
        statusCode: 500,
        name: "internal_server_error",
        message: "An unexpected error occurred.",
      };
      if (isApi) return reply(response, 500, "application/json", JSON.stringify(failure));
      return reply(response, 500, "text/html", problemPage("en", "wrong"));
    });
  });
  server.on("close", () => reporter?.stop());
  return server;
}

/** Only names of this machine: a page elsewhere cannot reach the outbox by pointing its own name here. */
function isOwnName(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "");
}

function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": PAGE_POLICY,
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(body);
}
