import "server-only";
import { Client } from "pg";
import { askOf } from "@/lib/ask";
import { verify, type Range, type Verified } from "@/lib/audit/verify";
import { transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { record, type Actor } from "@/lib/events/record";

/** Reads the chain again, or a part of it, on a connection of its own, and says in the trail what was found. */
export async function checkChain(actor: Actor, range: Range): Promise<Verified> {
  const client = new Client({ connectionString: env().DATABASE_URL, application_name: "kp audit" });
  // A lost connection also fails the statement that waits for it.
  client.on("error", () => undefined);
  await client.connect();
  let found: Verified;
  try {
    found = await verify(askOf(client), range);
  } finally {
    await client.end();
  }
  const { broken, from, to, entries, batches, head, unsealed, outside } = found;
  await transaction((tx) =>
    record(tx, actor, {
      kind: "audit.checked",
      data: { broken, from, to, entries, batches, head, unsealed, outside: outside?.upTo ?? null },
    }),
  );
  return found;
}
