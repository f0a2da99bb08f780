import { createHash } from "node:crypto";
import net from "node:net";

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no ::1 to be taken.
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether nobody listens on this port of this machine, under either name of "localhost". */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The first free one of the wished ports, or any free one. */
export async function freePort(...wishes: readonly number[]): Promise<number> {
  for (const wish of wishes) if (wish > 0 && (await isFree(wish))) return wish;
  return anyPort();
}

/**
 * A port that this folder asks for first, so that addresses stay the same from start to start and two
 * checkouts rarely ask for the same one. Below the range from which systems hand out ports at random.
 */
export function homePort(folder: string, which: number): number {
  const number = createHash("sha256").update(folder).digest().readUInt32BE(0);
  return 20_000 + (number % 2_900) * 4 + which;
}
