import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { readJson, writePrivateJson } from "@/scripts/private-file";
import { newPerson } from "@/tests/factories/people";
import {
  countSent,
  Outbox,
  until,
  Workers,
  writeBacklog,
  type Kept,
  type Written,
} from "./backlog";

/*
 * A backlog of mails while workers are killed at random moments. `npm run test:long -- mail` drains two thousand at
 * the provider's own limit and judges the rate; where it was stopped, it goes on with the mails that are left.
 */

const count = Number(process.env["MAILS"] ?? 60);
const workerCount = Number(process.env["MAIL_WORKERS"] ?? 2);
const perSecond = Number(process.env["MAIL_LIMIT"] ?? 20);
const killAfter = Number(process.env["MAIL_KILL_AFTER"] ?? 15);
const progressFile = process.env["MAIL_PROGRESS"];

type Progress = {
  mails: Written[];
  requests: number;
  tooMany: number;
  kills: number;
  /** Milliseconds from the first to the last mail of each stretch, and how many mails came in it. */
  stretches: { ms: number; mails: number }[];
};

const newProgress = (): Progress => ({
  mails: Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    recipient: `reader-${index}@backlog.example`,
    number: `KPO-2026-${String(index).padStart(4, "0")}`,
  })),
  requests: 0,
  tooMany: 0,
  kills: 0,
  stretches: [],
});

it(
  `drains ${count} mails with ${workerCount} workers, one killed after each ${killAfter}: none lost, to somebody else, or twice`,
  { timeout: 120_000 + (count / perSecond) * 3000 },
  async () => {
    const saved = progressFile ? (readJson(progressFile) as Progress | undefined) : undefined;
    const progress = saved?.mails.length === count ? saved : newProgress();
    const folder = progressFile
      ? path.join(path.dirname(progressFile), "mail-outbox")
      : await mkdtemp(path.join(tmpdir(), "backlog-"));
    if (progress !== saved) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const keep = () => progressFile && writePrivateJson(progressFile, progress);
    keep();

    const outbox = await Outbox.start(folder, perSecond);
    try {
      const before = await outbox.kept();
      const there = new Set(before.map(({ mailId }) => mailId));
      const left = progress.mails.filter(({ id }) => !there.has(id));
      await drain(outbox, left, before.length, progress, keep);
      const kept = await outbox.kept();
      judge(kept, progress);
      if (progressFile) {
        await rm(folder, { recursive: true, force: true });
        await rm(progressFile);
      }
    } finally {
      await outbox.stop();
      if (!progressFile) await rm(folder, { recursive: true, force: true });
    }
  },
);

async function drain(
  outbox: Outbox,
  left: readonly Written[],
  before: number,
  progress: Progress,
  keep: () => unknown,
): Promise<void> {
  const { userId } = await newPerson();
  await writeBacklog(userId, left);
  const workers = new Workers(workerCount, outbox, perSecond);
  const stretch = { ms: 0, mails: 0 };
  progress.stretches.push(stretch);
  const soFar = { requests: progress.requests, tooMany: progress.tooMany };
  const note = async () => {
    const { requests, tooMany } = await outbox.figures();
    const times = (await outbox.kept()).slice(before).map(({ at }) => at);
    stretch.mails = Math.max(0, times.length - 1);
    stretch.ms = (times.at(-1) ?? 0) - (times[0] ?? 0);
    progress.requests = soFar.requests + requests;
    progress.tooMany = soFar.tooMany + tooMany;
    keep();
  };
  try {
    const all = before + left.length;
    for (let next = before + killAfter; next < all; next += killAfter) {
      await until(async () => (await outbox.figures()).kept >= next, waitFor(killAfter));
      // A moment of its own within the next few mails.
      await sleep((Math.random() * 5000) / perSecond);
      await workers.killOne();
      progress.kills += 1;
      await note();
    }
    const ids = left.map(({ id }) => id);
    await until(async () => (await countSent(ids)) === ids.length, waitFor(killAfter) + 60_000);
    await note();
  } finally {
    await workers.stop();
  }
}

const waitFor = (mails: number) => 60_000 + (mails / perSecond) * 5000;

function judge(kept: readonly Kept[], { mails, requests, tooMany, kills, stretches }: Progress) {
  const received = new Map<string, Kept[]>();
  for (const one of kept) received.set(one.mailId, [...(received.get(one.mailId) ?? []), one]);
  const lost = mails.filter(({ id }) => !received.has(id));
  const astray = mails.filter(({ id, recipient, number }) =>
    received.get(id)?.some(({ to, subject }) => to !== recipient || !subject.includes(number)),
  );
  const twice = mails.filter(({ id }) => (received.get(id)?.length ?? 0) > 1);
  expect({ lost, astray, twice }).toEqual({ lost: [], astray: [], twice: [] });
  // The workers tell the office too what comes by the clock, and nobody else.
  const ours = new Set(mails.map(({ id }) => id));
  const besides = kept.filter(({ mailId }) => !ours.has(mailId)).map(({ to }) => to);
  expect(besides.filter((to) => to !== process.env["OFFICE_MAILBOX"])).toEqual([]);
  const ms = stretches.reduce((sum, each) => sum + each.ms, 0);
  const rate = stretches.reduce((sum, each) => sum + each.mails, 0) / (ms / 1000);
  const share = { ofRate: rate / perSecond, tooMany: tooMany / requests };
  process.stdout.write(
    `${mails.length} mails, ${kills} kills: ${(100 * share.ofRate).toFixed(1)} % of ${perSecond} a second, ${(100 * share.tooMany).toFixed(2)} % of ${requests} requests too many\n`,
  );
  // How fast it goes says something only at the provider's own limit, over a while.
  if (process.env["MAIL_RATE"] !== "judged") return;
  expect(share.ofRate).toBeGreaterThanOrEqual(0.9);
  expect(share.tooMany).toBeLessThanOrEqual(0.02);
}
