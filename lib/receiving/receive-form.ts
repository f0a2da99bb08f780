import "server-only";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { bytesOf, readToTheEnd } from "@/lib/receiving/bytes-of";
import { DOCUMENT_MAX_BYTES, DOCUMENTS_PER_SECTION } from "@/lib/documents/limits";
import { writeIncoming, type IncomingFile } from "@/lib/storage/write-incoming";

/** All files of one press, and some room for the form around them. */
const mostBytes = DOCUMENTS_PER_SECTION * DOCUMENT_MAX_BYTES + 1_000_000;
/** A press with a few too many is answered file by file; one with more is not looked into. */
const mostFiles = 2 * DOCUMENTS_PER_SECTION;

/** A file as it came. Its name is not trusted, nor has anybody looked at its bytes. */
export interface ReceivedFile {
  readonly name: string;
  /** Null where it was larger than a document may be: nothing of it is kept. */
  readonly incoming: IncomingFile | null;
}

export interface ReceivedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly ReceivedFile[];
}

/**
 * Takes in a form with files as it streams in, each file to the disk, and hands it to `take`; null where it
 * did not come whole, or is larger than any form of the portal. Afterwards nothing of it is left where
 * files come in, whatever happened: what shall stay is in a store by then.
 */
export async function receiveForm<T>(
  request: Request,
  take: (form: ReceivedForm | null) => Promise<T>,
): Promise<T> {
  const received: ReceivedFile[] = [];
  try {
    return await take(await takeIn(request, received));
  } finally {
    for (const { incoming } of received) if (incoming) await rm(incoming.path, { force: true });
  }
}

async function takeIn(request: Request, received: ReceivedFile[]): Promise<ReceivedForm | null> {
  // Nothing is read that is too large, or does not say how large it is.
  const length = Number(request.headers.get("content-length") ?? Infinity);
  if (!(length <= mostBytes)) return null;
  const reader = request.body?.getReader();
  if (!reader) return null;
  const fields = new Map<string, string>();
  const files: Promise<ReceivedFile>[] = [];
  const open = new Set<BusboyFileStream>();
  const limits = { hit: false };
  try {
    const parser = parserFor(request);
    const limited = () => (limits.hit = true);
    parser.on("partsLimit", limited).on("filesLimit", limited).on("fieldsLimit", limited);
    parser.on("field", (name, value, nameCut, valueCut) => {
      if (!nameCut && !valueCut && !fields.has(name)) fields.set(name, value);
    });
    parser.on("file", (field, stream, name) => {
      // A form that breaks off is an error of the whole, told below; unheard here it would end the process.
      stream.on("error", () => undefined);
      if (field !== "files" || limits.hit) return stream.resume();
      open.add(stream);
      const kept = keep(stream, name).finally(() => open.delete(stream));
      // A disk that is full ends the whole: nobody would read the rest of this file.
      kept.catch((error: unknown) => parser.destroy(error as Error));
      return files.push(kept);
    });
    await pipeline(bytesOf(reader), parser);
    received.push(...(await Promise.all(files)));
    return limits.hit ? null : { fields, files: received };
  } catch (error) {
    for (const stream of open) stream.destroy(error as Error);
    for (const done of await Promise.allSettled(files)) {
      if (done.status === "fulfilled") received.push(done.value);
    }
    await readToTheEnd(reader);
    return null;
  }
}

/** @throws where the body is no form with files */
function parserFor(request: Request): BusboyInstance {
  return new Busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    limits: {
      files: mostFiles,
      fileSize: DOCUMENT_MAX_BYTES,
      fields: 10,
      fieldSize: 1_000,
      parts: mostFiles + 10,
      headerPairs: 20,
      headerSize: 8_192,
    },
  });
}

async function keep(stream: BusboyFileStream, name: string | undefined): Promise<ReceivedFile> {
  const incoming = await writeIncoming(stream);
  if (!stream.truncated) return { name: name ?? "", incoming };
  await rm(incoming.path, { force: true });
  return { name: name ?? "", incoming: null };
}
