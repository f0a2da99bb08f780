import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** The yardstick of uploads: bytes to the disk with their fingerprint, and nothing else. Argument: port. */
createServer((request, response) => {
  void (async () => {
    const path = join(tmpdir(), randomUUID());
    const hash = createHash("sha256");
    request.on("data", (chunk: Buffer) => hash.update(chunk));
    await pipeline(request, createWriteStream(path));
    await rm(path);
    response.end(hash.digest("hex"));
  })();
}).listen(Number(process.argv[2]), "127.0.0.1");
