import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import type { Scanner } from "@/lib/documents/scan/clamd";
import { eicar } from "./eicar";

/** How the stand-in treats what it is sent. */
export type Manner =
  /** As ClamAV does: EICAR is found, everything else is OK. */
  | { readonly kind: "scans" }
  | { readonly kind: "answers"; readonly text: string }
  | { readonly kind: "answersAtOnce"; readonly text: string }
  | { readonly kind: "takesAtMost"; readonly bytes: number }
  | { readonly kind: "hangs" }
  | { readonly kind: "closesMidway"; readonly bytes: number };

/** A loopback server that speaks ClamAV's protocol and misbehaves as a test wants. */
export async function startClamd() {
  let manner: Manner = { kind: "scans" };
  let version = "ClamAV 1.4.6";
  /** The content of each whole stream. */
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();

  function serve(socket: Socket): void {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    const stream = new ChunkedStream();
    let answered = false;
    const answer = (text: string) => {
      answered = true;
      socket.end(text, "latin1");
    };
    socket.on("data", (part) => {
      if (answered || manner.kind === "hangs") return;
      if (part.toString("latin1") === "zVERSION\0") return answer(`${version}\0`);
      stream.take(part);
      if (manner.kind === "answersAtOnce") return answer(manner.text);
      if (manner.kind === "closesMidway" && stream.size > manner.bytes) return socket.destroy();
      if (manner.kind === "takesAtMost" && stream.size > manner.bytes) {
        return answer("INSTREAM size limit exceeded. ERROR\0");
      }
      if (!stream.ended) return;
      const content = Buffer.concat(stream.content);
      received.push(content);
      if (manner.kind === "answers") return answer(manner.text);
      answer(content.includes(eicar) ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");
    });
  }

  const server = createServer(serve);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const at = (seconds = 5): Scanner => ({ host: "127.0.0.1", port, seconds });
  return {
    at,
    received,
    behave: (next: Manner) => (manner = next),
    say: (next: string) => (version = next),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      if (server.listening) await once(server, "close");
    },
  };
}

/** What is streamed after the command: chunks, each behind its length, and a length of nothing. */
class ChunkedStream {
  readonly content: Buffer[] = [];
  size = 0;
  ended = false;
  #command = "zINSTREAM\0".length;
  #prefix = Buffer.alloc(0);
  #due = 0;

  take(part: Buffer): void {
    let rest = part;
    const cut = (bytes: number) => {
      const taken = rest.subarray(0, bytes);
      rest = rest.subarray(taken.length);
      return taken;
    };
    while (rest.length > 0 && !this.ended) {
      if (this.#command > 0) this.#command -= cut(this.#command).length;
      else if (this.#due > 0) {
        const bytes = cut(this.#due);
        this.content.push(bytes);
        this.size += bytes.length;
        this.#due -= bytes.length;
      } else {
        this.#prefix = Buffer.concat([this.#prefix, cut(4 - this.#prefix.length)]);
        if (this.#prefix.length < 4) return;
        this.#due = this.#prefix.readUInt32BE();
        this.#prefix = Buffer.alloc(0);
        this.ended = this.#due === 0;
      }
    }
  }
}
