import pg from "pg";
import { clientOn, db } from "@/lib/db";

/* A connection to the database that dies at a chosen statement, as if the process had ended there. */

export type When = "before" | "after";
class Crash extends Error {}

/** A client of one connection that dies before or after its n-th statement from BEGIN on, and what it was. */
function dyingClient(n: number, when: When) {
  const said: string[] = [];
  const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 1 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const die = () => {
      (
        client as unknown as { connection: { stream: { destroy(): void } } }
      ).connection.stream.destroy();
      throw new Crash(`${when} ${said.at(-1) ?? ""}`);
    };
    client.query = ((...args: unknown[]) => {
      const [what] = args as [string | { text: string }];
      const text = typeof what === "string" ? what : what.text;
      if (said.length > 0 || text === "BEGIN") said.push(text);
      if (said.length !== n) return query(...args);
      return when === "before" ? Promise.resolve().then(die) : query(...args).then(die);
    }) as typeof client.query;
  });
  return { client: clientOn(pool), said };
}

const held = globalThis as unknown as { portalDatabase?: ReturnType<typeof db> };

/** Does `work` through such a client: what it answered, null where no answer came, and the statements until then. */
export async function dying<T>(n: number, when: When, work: () => Promise<T>) {
  const sound = db();
  const { client, said } = dyingClient(n, when);
  held.portalDatabase = client;
  try {
    const outcome = await work().catch(() => null);
    return { outcome, said: [...said] };
  } finally {
    held.portalDatabase = sound;
    await client.$disconnect().catch(() => undefined);
  }
}
