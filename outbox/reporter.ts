import { createHmac } from "node:crypto";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reportsOf, type Report } from "./reports";
import type { MailStore } from "./store";

export type Webhook = { url: string; secret: string };
type Options = { directory: string; store: MailStore; webhook: Webhook; now: () => number };

const AT_ONCE = 4;
const TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** After which the provider gives a report up. */
const WORTH_TELLING_MS = 24 * 60 * 60 * 1000;

/** Signs a report as the provider does, at the time of this attempt. */
export function signed({ secret }: Webhook, id: string, body: string, atMs: number) {
  const seconds = String(Math.floor(atMs / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const digest = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": seconds, "svix-signature": `v1,${digest}` };
}

/**
 * Tells the portal what became of each mail, again until it is heard. What was heard is written down, so that
 * after a restart the rest is told: of the mails themselves nothing more need be kept.
 */
export async function openReporter({ directory, store, webhook, now }: Options) {
  const file = join(directory, "reported.log");
  const timers = new Set<NodeJS.Timeout>();
  const waiting: { report: Report; tries: number; until: number }[] = [];
  let running = 0;
  let stopped = false;

  function later(ms: number, work: () => void) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!stopped) work();
    }, ms);
    timer.unref();
    timers.add(timer);
  }

  function next() {
    while (!stopped && running < AT_ONCE) {
      const item = waiting.shift();
      if (!item) return;
      running += 1;
      void post(item.report).then((heard) => {
        running -= 1;
        if (!heard && now() < item.until) again({ ...item, tries: item.tries + 1 });
        next();
      });
    }
  }

  function again(item: (typeof waiting)[number]) {
    later(Math.min(FIRST_WAIT_MS * 2 ** (item.tries - 1), LONGEST_WAIT_MS), () => {
      waiting.push(item);
      next();
    });
  }

  async function post(report: Report): Promise<boolean> {
    const body = JSON.stringify(report.body);
    try {
      const answer = await fetch(webhook.url, {
        method: "POST",
        headers: { "content-type": "application/json", ...signed(webhook, report.id, body, now()) },
        body,
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.body?.cancel();
      if (!answer.ok) return false;
      await appendFile(file, `${report.id}\n`);
      return true;
    } catch {
      return false;
    }
  }

  async function tell(mailId: string, heard: ReadonlySet<string>) {
    const mail = await store.find(mailId);
    if (!mail) return;
    const taken = Date.parse(mail.createdAt);
    for (const report of reportsOf(mail)) {
      if (heard.has(report.id)) continue;
      later(Math.max(0, taken + report.afterMs - now()), () => {
        waiting.push({ report, tries: 0, until: taken + WORTH_TELLING_MS });
        next();
      });
    }
  }

  const recent = store
    .list("")
    .filter(({ createdAt }) => now() - Date.parse(createdAt) < WORTH_TELLING_MS);
  const heard = new Set(linesOf(await readFile(file, "utf8").catch(() => "")));
  const ids = new Set(recent.map(({ id }) => id));
  const stillOfUse = [...heard].filter((id) => ids.has(id.split("_")[1] ?? ""));
  await writeFile(file, stillOfUse.map((id) => `${id}\n`).join(""), { mode: 0o600 });
  for (const { id } of recent.reverse()) await tell(id, heard);

  return {
    /** Tells of mails that were taken just now. */
    tell: async (mailIds: readonly string[]) => {
      for (const id of mailIds) await tell(id, new Set());
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");
