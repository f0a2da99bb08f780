import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";

/**
 * The protocol of ClamAV's daemon over TCP (`man clamd`): one connection, one command, one answer that ends
 * with the connection. It is neither encrypted nor authenticated.
 */

export type Scanner = {
  readonly host: string;
  readonly port: number;
  /** For one file, from the connection to the answer. */
  readonly seconds: number;
};

export type Verdict =
  | { readonly kind: "clean" }
  /** `threat`: what the scanner calls it. */
  | { readonly kind: "infected"; readonly threat: string }
  /** More bytes than the scanner takes: it has judged nothing. */
  | { readonly kind: "tooLarge" }
  /** No answer that says anything of the file. */
  | { readonly kind: "away"; readonly reason: string };

type Content = AsyncIterable<Uint8Array>;

const connectMs = 3_000;
/** Far longer than any answer. */
const mostAnswer = 2_000;

/**
 * What the scanner says of these bytes. Clean is only what was sent to its end and then called OK, exactly.
 * @throws what reading the bytes throws
 */
export async function scan(scanner: Scanner, content: Content): Promise<Verdict> {
  let broken: { error: unknown } | undefined;
  let whole = false;
  async function* request(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("zINSTREAM\0");
    try {
      for await (const chunk of content) {
        // An empty chunk would end the stream.
        if (chunk.length > 0) yield* [length(chunk.length), chunk];
      }
    } catch (error) {
      broken = { error };
      throw error;
    }
    whole = true;
    yield length(0);
  }
  const { text, failure } = await converse(scanner, request());
  if (broken) throw broken.error;
  return verdictOf(text, whole) ?? { kind: "away", reason: failure ?? "an unknown answer" };
}

export type Version = {
  /** Of the daemon: "ClamAV 1.4.6". */
  readonly engine: string;
  /** Its signatures' number and day of issue; null where it has none of ClamAV's own. */
  readonly signatures: { readonly number: number; readonly issuedAt: Date } | null;
};

/** Which scanner and signatures answer there, or null where none does. */
export async function askVersion(scanner: Scanner): Promise<Version | null> {
  const { text } = await converse(scanner, [Buffer.from("zVERSION\0")]);
  // "ClamAV 1.4.6/27832/Tue Nov 24 09:30:12 2026"
  const [, engine, number, issued] = /^(ClamAV [\w.-]+)(?:\/(\d+)\/([\w :]+))?\0$/.exec(text) ?? [];
  if (engine === undefined) return null;
  const issuedAt = new Date(`${issued ?? ""} UTC`);
  const known = number !== undefined && !Number.isNaN(issuedAt.getTime());
  return { engine, signatures: known ? { number: Number(number), issuedAt } : null };
}

/** Sends a request; gives what was answered until the connection ended, and how it failed. Never throws. */
async function converse(
  { host, port, seconds }: Scanner,
  request: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ text: string; failure: string | undefined }> {
  let text = "";
  let failure: string | undefined;
  const socket = connect({ host, port });
  const end = (reason: string) => {
    failure ??= reason;
    socket.destroy();
  };
  const connecting = setTimeout(end, connectMs, "no connection in time");
  const answering = setTimeout(end, seconds * 1_000, "no answer in time");
  socket.setEncoding("latin1");
  socket.on("connect", () => clearTimeout(connecting));
  socket.on("data", (part: string) => {
    text += part;
    if (text.length > mostAnswer) end("an endless answer");
  });
  socket.on("error", (error) => (failure ??= error.message));
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  try {
    for await (const part of request) {
      // The scanner may answer and close before it has everything: what it said then counts, and is heard
      // before a write into the closed connection drops it.
      await setImmediate();
      if (!socket.writable) break;
      if (socket.write(part)) continue;
      await Promise.race([new Promise<void>((resume) => socket.once("drain", resume)), closed]);
    }
  } catch {
    end("the bytes could not be read");
  }
  await closed;
  clearTimeout(connecting);
  clearTimeout(answering);
  return { text, failure };
}

function verdictOf(answer: string, whole: boolean): Verdict | null {
  if (answer === "stream: OK\0") return whole ? { kind: "clean" } : null;
  const threat = /^stream: ([\x21-\x7e][\x20-\x7e]{0,199}) FOUND\0$/.exec(answer)?.[1];
  if (threat !== undefined) return { kind: "infected", threat };
  return answer === "INSTREAM size limit exceeded. ERROR\0" ? { kind: "tooLarge" } : null;
}

function length(bytes: number): Uint8Array {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes);
  return prefix;
}
