import { readCode } from "./read-code";

/** What a file holds that can be verified. */
export type Held =
  | { readonly kind: "fragment"; readonly fragment: string }
  | { readonly kind: "credential"; readonly jwt: string }
  | { readonly kind: "nothing" };

/** Of the address of a certificate. */
export const fragmentIn = (text: string): string | null =>
  /\/V(#[1-9]\d{200,7300})(?!\d)/i.exec(text)?.[1] ?? null;

/** Begun at the beginning of a word alone: a file made of beginnings would hold the page for ever. */
const jwtIn = (text: string): string | null =>
  /(?<![\w-])eyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{86}(?![\w-])/.exec(text)?.[0] ?? null;

function heldBy(text: string): Held | null {
  const fragment = fragmentIn(text);
  if (fragment) return { kind: "fragment", fragment };
  const jwt = jwtIn(text);
  return jwt ? { kind: "credential", jwt } : null;
}

/** Looks for a seal or a credential in a picture, a PDF or a text. Nothing leaves this device. */
export async function lookInto(file: Blob): Promise<Held> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture) {
    const text = await readCode(picture);
    picture.close();
    return (text && heldBy(text)) || { kind: "nothing" };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const plain = new TextDecoder("latin1").decode(bytes);
  const direct = heldBy(plain);
  if (direct) return direct;
  if (plain.startsWith("%PDF-")) {
    for await (const text of streamsOf(bytes, plain)) {
      const held = heldBy(text);
      if (held) return held;
    }
  }
  return { kind: "nothing" };
}

/** More than this is unpacked of no file. */
const MOST = 64 * 1024 * 1024;

/** The packed parts of a PDF, unpacked: attachments, metadata, links. */
async function* streamsOf(bytes: Uint8Array<ArrayBuffer>, plain: string): AsyncGenerator<string> {
  let left = MOST;
  const begin = /FlateDecode[^]{0,400}?stream\r?\n/g;
  while (begin.test(plain)) {
    const from = begin.lastIndex;
    const to = plain.indexOf("endstream", from);
    if (to < 0 || left <= 0) return;
    const text = await unpacked(bytes.subarray(from, to), left);
    left -= text.length;
    // None is inside another: a file made of beginnings would be unpacked as often as it is long.
    begin.lastIndex = to;
    yield text;
  }
}

async function unpacked(packed: Uint8Array<ArrayBuffer>, most: number): Promise<string> {
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream("deflate"))
    .getReader();
  const latin = new TextDecoder("latin1");
  let text = "";
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      text += latin.decode(next.value, { stream: true });
      if (text.length > most) await reader.cancel();
    }
  } catch {
    // Line ends behind the packed part are none of it; what came before counts.
  }
  return text;
}
