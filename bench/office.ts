import { createHash } from "node:crypto";
import pg from "pg";
import { cpuPerRequest, median } from "./load";
import { fileApplications } from "./office-data";
import { familyCpuTime } from "./processes";

const few = 1_000;
const many = 1_000_000;
const rounds = 5;
const requests = 40;

const md5Uuid = (text: string) =>
  createHash("md5")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const pages = {
  queue: "/en/office/queue",
  "queue, narrowed": "/en/office/queue?text=consignee&destination=IN&sort=-carats",
  "search, a name": "/en/office/search?text=scale+rough",
  "search, a seal": "/en/office/search?text=YK-17",
  "search, nothing": "/en/office/search?text=nowhere",
  exporter: `/en/office/exporters/${md5Uuid("exporter7")}`,
} as const;
type Page = keyof typeof pages;

interface Measured {
  /** CPU milliseconds a request: of the portal, and of the database's server. */
  readonly portal: number;
  readonly database: number;
  /** The longest that the database took for one statement, in milliseconds, and how many a request asks. */
  readonly longest: number;
  readonly statements: number;
}

export interface OfficeFigures {
  readonly page: Page;
  readonly few: Measured;
  readonly many: Measured;
}

/** The pages of the office with a thousand files and with a million. */
export async function measureOffice(
  portal: { url: string; pid: number },
  reviewer: { cookie: string; id: string },
  superuserUrl: string,
  say: (line: string) => void,
): Promise<OfficeFigures[]> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("ALTER SYSTEM SET log_min_duration_statement = 0");
    await client.query("SELECT pg_reload_conf()");
    await fileApplications(superuserUrl, reviewer.id, 1, few);
    const before = await measureAll(portal, reviewer.cookie, client);
    say(`Filing ${many.toLocaleString("en")} applications …`);
    await fileApplications(superuserUrl, reviewer.id, few + 1, many);
    const after = await measureAll(portal, reviewer.cookie, client);
    return before.map(([page, figures], n) => ({
      page,
      few: figures,
      many: after[n]?.[1] ?? figures,
    }));
  } finally {
    await client.end();
  }
}

async function measureAll(
  portal: { url: string; pid: number },
  cookie: string,
  client: pg.Client,
): Promise<[Page, Measured][]> {
  const { rows } = await client.query<{ file: string }>(
    "SELECT pg_read_file('postmaster.pid') AS file",
  );
  const postmaster = Number(rows[0]?.file.split("\n")[0]);
  const measured: [Page, Measured][] = [];
  for (const page of Object.keys(pages) as Page[]) {
    const target = { address: portal.url + pages[page], headers: { cookie }, pid: portal.pid };
    await cpuPerRequest(target, requests);
    const from = await logSize(client);
    const taken: { portal: number; database: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = familyCpuTime(postmaster);
      const ours = await cpuPerRequest(target, requests);
      taken.push({ portal: ours, database: (familyCpuTime(postmaster) - before) / requests });
    }
    measured.push([
      page,
      {
        portal: median(taken.map((each) => each.portal)),
        database: median(taken.map((each) => each.database)),
        ...statementsIn(await logSince(client, from), rounds * requests),
      },
    ]);
  }
  return measured;
}

async function logSize(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ size: string }>(
    "SELECT size FROM pg_stat_file('server.log')",
  );
  return rows[0]?.size ?? "0";
}

async function logSince(client: pg.Client, from: string): Promise<string> {
  const { rows } = await client.query<{ log: string }>(
    "SELECT pg_read_file('server.log', $1, 1000000000) AS log",
    [from],
  );
  return rows[0]?.log ?? "";
}

/** What the server's log says; the parts of a statement (parse, bind, execute) are added up. */
function statementsIn(log: string, asked: number): { longest: number; statements: number } {
  const said = /\[(\d+)\] LOG: {2}duration: ([\d.]+) ms {2}(parse|bind|execute|statement)/g;
  const running = new Map<string, number>();
  let longest = 0;
  let ended = 0;
  for (const [, pid = "", took, part] of log.matchAll(said)) {
    const all = (running.get(pid) ?? 0) + Number(took);
    const last = part === "execute" || part === "statement";
    longest = Math.max(longest, all);
    if (last) ended += 1;
    running.set(pid, last ? 0 : all);
  }
  return { longest, statements: ended / asked };
}
