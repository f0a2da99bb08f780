import { bytesOf } from "@/lib/receiving/bytes-of";

/** The body of a request as text; null where it is larger, of which no more is read than it takes to know that. */
export async function smallBody(request: Request, largest: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) return null;
  const reader = request.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytesOf(reader)) {
    size += chunk.length;
    if (size > largest) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
