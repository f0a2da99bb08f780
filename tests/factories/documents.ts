import { Readable } from "node:stream";
import type { Upload } from "@/lib/documents/commands";
import { writeIncoming } from "@/lib/storage/write-incoming";

/** A file that has come in from somebody, to be added or refused. */
export async function cameIn(name: string, bytes: Uint8Array): Promise<Upload> {
  return { name, ...(await writeIncoming(Readable.from([bytes]))) };
}

/** The PDF file, as another one: the same paper twice in one matter is told to be there already. */
export function another(pdf: Uint8Array, n: number): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder("latin1").decode(pdf).replace("\n", `\n%${n}\n`);
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
