import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Cluster } from "./cluster";
import { superuser } from "./passwords";
import { database, ensureDatabase, ensureRoles, withClient } from "./roles";

let home: string;
let clusters: Cluster[];
const cluster = () => {
  const made = new Cluster({ folder: path.join(home, "postgres"), volatile: true });
  clusters.push(made);
  return made;
};

beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), "kp-cluster-"));
  chmodSync(home, 0o755);
  clusters = [];
});
afterEach(async () => {
  for (const one of clusters) await one.destroy();
  rmSync(home, { recursive: true, force: true });
});

const answers = (url: string) =>
  withClient(url, (client) => client.query("SELECT 1")).then(
    () => true,
    () => false,
  );

describe("the embedded PostgreSQL", () => {
  it("keeps its passwords to its owner and listens on this machine only", async () => {
    const one = cluster();
    const held = await one.lease();
    expect(statSync(path.join(home, "postgres.json")).mode & 0o777).toBe(0o600);
    const addresses = await withClient(one.url(superuser, "postgres"), async (client) => {
      const { rows } = await client.query<{ listen_addresses: string }>("SHOW listen_addresses");
      return rows[0]?.listen_addresses;
    });
    expect(addresses).toBe("127.0.0.1");
    await held.release();
  });

  it("runs until the last of those that use it lets go", async () => {
    const [one, other] = [cluster(), cluster()];
    const [first, second] = await Promise.all([one.lease(), other.lease()]);
    const url = one.url(superuser, "postgres");
    expect(other.url(superuser, "postgres")).toBe(url);
    await first.release();
    expect(await answers(url)).toBe(true);
    await second.release();
    expect(await answers(url)).toBe(false);
  });

  it("is told of when it is killed, and comes back at the same address with its data", async () => {
    const one = cluster();
    let told: () => void = () => undefined;
    const lost = new Promise<void>((resolve) => (told = resolve));
    await one.lease(() => told());
    const url = one.url(superuser, "postgres");
    await withClient(url, (client) => client.query("CREATE TABLE kept AS SELECT 42 AS answer"));
    const pid = Number.parseInt(
      readFileSync(path.join(home, "postgres/postmaster.pid"), "utf8"),
      10,
    );
    process.kill(pid, "SIGKILL");
    await lost;
    const again = await one.lease();
    expect(one.url(superuser, "postgres")).toBe(url);
    const { rows } = await withClient(url, (client) => client.query("SELECT answer FROM kept"));
    expect(rows).toEqual([{ answer: 42 }]);
    await again.release();
  });

  it("gives the provider's role nothing of the portal, and the portal's nothing of the provider", async () => {
    const one = cluster();
    const held = await one.lease();
    await ensureRoles(one);
    await ensureDatabase(one, database);
    await withClient(one.url("kp_owner", database), (client) =>
      client.query("CREATE TABLE public.secret (id int); GRANT SELECT ON public.secret TO kp_app"),
    );
    await withClient(one.url("kp_gckey", database), async (client) => {
      await client.query("CREATE TABLE gckey.account (id int)");
      await expect(client.query("SELECT * FROM public.secret")).rejects.toThrow(
        "permission denied",
      );
      await expect(client.query("CREATE TABLE public.mine (id int)")).rejects.toThrow(
        "permission denied",
      );
    });
    for (const role of ["kp_app", "kp_owner"] as const) {
      await withClient(one.url(role, database), async (client) => {
        await expect(client.query("SELECT * FROM gckey.account")).rejects.toThrow(
          "permission denied",
        );
      });
    }
    await held.release();
  });

  it("says what to do when its passwords are gone, and wipes nothing", async () => {
    const one = cluster();
    await (await one.lease()).release();
    rmSync(path.join(home, "postgres.json"));
    await expect(cluster().lease()).rejects.toThrow(/postgres\.json with its passwords is gone/);
    expect(existsSync(path.join(home, "postgres/PG_VERSION"))).toBe(true);
  });

  it.runIf(process.getuid?.() === 0)("works where its account cannot enter", async () => {
    chmodSync(home, 0o700);
    const one = cluster();
    const held = await one.lease();
    expect(existsSync(path.join(home, "postgres"))).toBe(false);
    expect(await answers(one.url(superuser, "postgres"))).toBe(true);
    await held.release();
  });
});
