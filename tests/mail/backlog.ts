import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { db, transaction } from "@/lib/db";
import { askToSend } from "@/lib/mail/queue-mails";
import { freePort } from "@/scripts/ports";
import { childEnvironment, typescript } from "@/scripts/stack/environment";
import { newMailEvent, returnedData } from "@/tests/factories/mails";

/* A real outbox and real workers, which are killed. */

const API_KEY = "re_backlog";

export type Written = { id: string; recipient: string; number: string };
export type Kept = { at: number; mailId: string; to: string; subject: string };

export class Outbox {
  readonly origin: string;
  readonly #child: ChildProcess;
  readonly #directory: string;

  private constructor(child: ChildProcess, directory: string, port: number) {
    this.#child = child;
    this.#directory = directory;
    this.origin = `http://127.0.0.1:${port}`;
  }

  static async start(directory: string, perSecond: number): Promise<Outbox> {
    const port = await freePort(0);
    const child = spawn(process.execPath, typescript("outbox/server.ts"), {
      stdio: "ignore",
      env: childEnvironment({
        OUTBOX_PORT: String(port),
        OUTBOX_DIR: directory,
        OUTBOX_API_KEYS: API_KEY,
        OUTBOX_PER_SECOND: String(perSecond),
      }),
    });
    const outbox = new Outbox(child, directory, port);
    await until(() =>
      fetch(`${outbox.origin}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    return outbox;
  }

  async figures(): Promise<{ requests: number; tooMany: number; kept: number }> {
    const headers = { authorization: `Bearer ${API_KEY}` };
    const answer = await fetch(`${this.origin}/api/figures`, { headers });
    return (await answer.json()) as { requests: number; tooMany: number; kept: number };
  }

  /** Every mail that was taken, as it lies in the folder, oldest first. */
  async kept(): Promise<Kept[]> {
    const names = (await readdir(this.#directory)).filter((name) => name.endsWith(".json"));
    const files = await Promise.all(
      names.sort().map((name) => readFile(path.join(this.#directory, name), "utf8")),
    );
    return files
      .flatMap((text) => (JSON.parse(text) as { mails: Stored[] }).mails)
      .map(({ createdAt, tags, to, subject }) => {
        const mailId = tags.find(({ name }) => name === "mail")?.value ?? "";
        return { at: Date.parse(createdAt), mailId, to: to.join(), subject };
      });
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    await ended;
  }
}

type Stored = {
  createdAt: string;
  tags: { name: string; value: string }[];
  to: string[];
  subject: string;
};

/** Workers of which one can be killed without warning; another takes its place at once. */
export class Workers {
  readonly #children: ChildProcess[];
  readonly #env: NodeJS.ProcessEnv;

  constructor(count: number, outbox: Outbox, perSecond: number) {
    this.#env = Object.assign({}, process.env, {
      RESEND_API_KEY: API_KEY,
      RESEND_BASE_URL: outbox.origin,
      LOG_LEVEL: "silent",
      MAIL_PER_SECOND: String(perSecond),
      TSX_TSCONFIG_PATH: "tsconfig.node.json",
    });
    this.#children = Array.from({ length: count }, () => this.#start());
  }

  #start(): ChildProcess {
    return spawn(process.execPath, typescript("lib/jobs/worker.ts"), {
      stdio: "ignore",
      env: this.#env,
    });
  }

  async killOne(): Promise<void> {
    const index = Math.floor(Math.random() * this.#children.length);
    const victim = this.#children[index];
    if (!victim) throw new Error("There is nobody to kill.");
    const ended = once(victim, "exit");
    victim.kill("SIGKILL");
    await ended;
    this.#children[index] = this.#start();
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#children.map(async (child) => {
        if (child.exitCode !== null) return;
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        await ended;
      }),
    );
  }
}

/** Writes a mail to each of so many readers, as one event would, and asks the workers to send them. */
export async function writeBacklog(personId: string, mails: readonly Written[]): Promise<void> {
  const eventId = await newMailEvent(personId);
  const template = "returned";
  await transaction(async (tx) => {
    await tx.mail.createMany({
      data: mails.map(({ id, recipient, number }) => ({
        id,
        eventId,
        recipient,
        template,
        language: "en",
        data: returnedData(number),
      })),
    });
  });
  for (let from = 0; from < mails.length; from += 100) {
    const some = mails.slice(from, from + 100);
    await transaction(async (tx) => {
      for (const { id } of some) await askToSend(tx, id, template);
    });
  }
}

export const countSent = (ids: readonly string[]) =>
  db().mail.count({ where: { id: { in: [...ids] }, status: "sent" } });

export async function until(what: () => Promise<boolean>, ms = 60_000): Promise<void> {
  for (const end = Date.now() + ms; !(await what()); await sleep(250)) {
    if (Date.now() > end) throw new Error("It did not happen in time.");
  }
}
