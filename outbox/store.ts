import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Mail, MailDraft, MailSummary } from "./mail";

/** One accepted request, kept as one file: mails and idempotency key stand or fall together. */
type Accepted = { key: string | null; fingerprint: string; createdAt: string; mails: Mail[] };
type Remembered = { fingerprint: string; ids: string[]; at: number };

export type Kept =
  { outcome: "kept" | "repeated"; ids: string[] } | { outcome: "otherBody" | "inProgress" };

export type MailStore = Awaited<ReturnType<typeof openStore>>;

const KEY_LIFE_MS = 24 * 60 * 60 * 1000;

/** Opens the folder of kept mails and reads its index; leftovers of an interrupted write are removed. */
export async function openStore(directory: string, now: () => number) {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const summaries: MailSummary[] = [];
  const fileOf = new Map<string, string>();
  const keys = new Map<string, Remembered>();
  const writing = new Set<string>();

  for (const name of (await readdir(directory)).sort()) {
    if (name.endsWith(".part")) await rm(join(directory, name), { force: true });
    else if (name.endsWith(".json")) index(name, await read(name));
  }

  function index(name: string, accepted: Accepted) {
    for (const mail of accepted.mails) {
      const { id, createdAt, to, cc, bcc, subject } = mail;
      summaries.push({ id, createdAt, to, cc, bcc, subject });
      fileOf.set(id, name);
    }
    if (accepted.key === null) return;
    const ids = accepted.mails.map((mail) => mail.id);
    keys.set(accepted.key, {
      fingerprint: accepted.fingerprint,
      ids,
      at: Date.parse(accepted.createdAt),
    });
  }

  async function read(name: string): Promise<Accepted> {
    return JSON.parse(await readFile(join(directory, name), "utf8")) as Accepted;
  }

  return {
    /** Keeps the mails of one request for good, or recognizes the request by its key. */
    async keep(drafts: MailDraft[], key: string | null, body: string): Promise<Kept> {
      const fingerprint = createHash("sha256").update(body).digest("hex");
      if (key !== null) {
        const known = keys.get(key);
        if (known && now() - known.at < KEY_LIFE_MS) {
          if (known.fingerprint !== fingerprint) return { outcome: "otherBody" };
          return { outcome: "repeated", ids: known.ids };
        }
        if (writing.has(key)) return { outcome: "inProgress" };
        writing.add(key);
      }
      try {
        const createdAt = new Date(now()).toISOString();
        const mails = drafts.map((draft) => ({ id: randomUUID(), createdAt, ...draft }));
        const accepted = { key, fingerprint, createdAt, mails };
        // The time first, so that names sort by arrival.
        const name = `${createdAt.replaceAll(/[-:.]/g, "")}-${randomUUID()}.json`;
        await writeDurably(directory, name, JSON.stringify(accepted));
        index(name, accepted);
        return { outcome: "kept", ids: mails.map((mail) => mail.id) };
      } finally {
        if (key !== null) writing.delete(key);
      }
    },

    async find(id: string): Promise<Mail | null> {
      const name = fileOf.get(id);
      if (name === undefined) return null;
      return (await read(name)).mails.find((mail) => mail.id === id) ?? null;
    },

    count: () => summaries.length,

    /** Newest first; `to` keeps mails with a recipient that contains it, letter case aside. */
    list(to: string): MailSummary[] {
      const wanted = to.trim().toLowerCase();
      const found = summaries.filter((mail) =>
        [...mail.to, ...mail.cc, ...mail.bcc].some((address) =>
          address.toLowerCase().includes(wanted),
        ),
      );
      return found.reverse();
    },
  };
}

/** Whole or not at all, and still there after a power cut: write aside, flush, rename, flush the folder. */
async function writeDurably(directory: string, name: string, text: string) {
  const part = join(directory, `${name}.part`);
  const file = await open(part, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, join(directory, name));
  if (process.platform === "win32") return; // A folder cannot be opened there.
  const folder = await open(directory, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
