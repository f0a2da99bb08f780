import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a service can do instead of its work: fail, never answer, go away in the middle, read no further. */
export type Fault = "fails" | "silent" | "breaks" | "stalls";

export type StandIn = {
  readonly port: number;
  /** Requests that were refused, with why. */
  readonly refused: string[];
  fault: Fault | null;
  /** Requests of which it has read no further. */
  stalled: number;
  close(): Promise<void>;
};

/** Why a request is refused: its status and the service's own code. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

type Body = () => Promise<Buffer>;
type Handle = (request: IncomingMessage, response: ServerResponse, body: Body) => Promise<void>;

/** A service of this machine that answers as another one would, on a port of its own. */
export async function standIn(handle: Handle, refuse: (code: string) => string): Promise<StandIn> {
  const server = createServer((request, response) => {
    const fail = (status: number, code: string) => {
      self.refused.push(code);
      if (response.headersSent) response.destroy();
      else response.writeHead(status, { connection: "close" }).end(refuse(code));
    };
    if (self.fault === "silent") return;
    if (self.fault === "fails") {
      request.resume();
      fail(500, "InternalError");
      return;
    }
    if (self.fault === "breaks") {
      if (request.method === "GET") response.writeHead(200, { "content-length": 1000 }).write("x");
      setTimeout(() => {
        request.destroy();
      }, 50);
      return;
    }
    const body = async () => {
      if (self.fault !== "stalls") return bodyOf(request);
      self.stalled += 1;
      await once(request.socket, "close");
      throw new Error("The sender went away.");
    };
    handle(request, response, body).catch((error: unknown) => {
      if (error instanceof Refusal) fail(error.status, error.code);
      else fail(500, String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const self: StandIn = {
    port: (server.address() as AddressInfo).port,
    refused: [],
    fault: null,
    stalled: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return self;
}

/** All bytes of a request. @throws when the sender goes away in the middle */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
