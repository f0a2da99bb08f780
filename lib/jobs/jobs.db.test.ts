import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { addJob } from "@/lib/jobs/queue";
import { startWorker } from "@/lib/jobs/run-worker";
import { sendMail } from "@/lib/jobs/send-mail";
import { timetable } from "@/lib/jobs/tasks";
import { tellPeople } from "@/lib/jobs/tell-people";
import { noteReport } from "@/lib/mail/commands/note-report";
import { listMails } from "@/lib/mail/queries/list-mails";
import { OUTCOME_UNKNOWN } from "@/lib/mail/retry";
import { mailFilter } from "@/lib/mail/schema-list";
import { createOutbox } from "@/outbox/outbox";
import { newOfficer } from "@/tests/factories/people";

const API_KEY = "re_test";
/** What stands before the outbox: passes requests on, or misbehaves as a test wants. */
let gate: Server;
let outbox: Server;
let outboxOrigin: string;
let directory: string;
type Answer = { status: number; body: string } | "cut";
let onPost: (forward: () => Promise<Answer>) => Promise<Answer> = (forward) => forward();

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  gate = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const forward = async (): Promise<Answer> => {
        const headers = new Headers({ authorization: request.headers.authorization ?? "" });
        const key = request.headers["idempotency-key"];
        if (typeof key === "string") headers.set("idempotency-key", key);
        const sent = { method: "POST", headers, body: Buffer.concat(chunks) };
        const answer = await fetch(`${outboxOrigin}${request.url}`, sent);
        return { status: answer.status, body: await answer.text() };
      };
      const answer = await onPost(forward);
      if (answer === "cut") return request.socket.destroy();
      response.writeHead(answer.status).end(answer.body);
    })();
  });
  process.env["RESEND_BASE_URL"] = await listen(gate);
});

afterAll(() => {
  gate.closeAllConnections();
  gate.close();
});

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "jobs-outbox-"));
  // A clock that runs ahead, so that the limit of 5 requests a second does not slow the tests down.
  let clock = Date.now();
  outbox = await createOutbox({ directory, apiKeys: [API_KEY], now: () => (clock += 1000) });
  outboxOrigin = await listen(outbox);
  onPost = (forward) => forward();
});

afterEach(async () => {
  outbox.closeAllConnections();
  outbox.close();
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await rm(directory, { recursive: true });
});

async function delivered(): Promise<{ to: string[]; subject: string }[]> {
  const headers = { authorization: `Bearer ${API_KEY}` };
  const answer = await fetch(`${outboxOrigin}/api/mails`, { headers });
  return ((await answer.json()) as { mails: { to: string[]; subject: string }[] }).mails;
}

let applications = 0;

/** An application of a new exporter, submitted by a person with an address of their own. */
async function submittedApplication() {
  const email = `${crypto.randomUUID()}@example.ca`;
  const person = await db().user.create({
    data: {
      firstName: "Luc",
      lastName: "Bouchard",
      email,
      emailVerified: new Date(),
      language: "fr",
    },
  });
  const exporter = await db().exporter.create({
    data: {
      legalName: "Barren Lands Diamond Sales Ltd.",
      addressLines: ["1 Main Street"],
      city: "Yellowknife",
      province: "NT",
      postalCode: "X1A 1A1",
      residencyAttestedAt: new Date(),
      residencyAttestedBy: person.id,
      creationToken: crypto.randomUUID(),
      mandates: {
        create: {
          userId: person.id,
          kind: "owner",
          permissions: ["view", "prepare", "submit"],
          acceptedAt: new Date(),
        },
      },
    },
  });
  const number = `KPO-2026-${String(++applications).padStart(4, "0")}`;
  const application = await db().application.create({
    data: {
      number,
      exporterId: exporter.id,
      status: "submitted",
      answers: {},
      creationToken: crypto.randomUUID(),
      createdById: person.id,
      submissionVersion: 1,
      submittedAt: new Date(),
      dueAt: new Date(),
      clock: { create: { side: "office", from: new Date() } },
      submissions: {
        create: {
          version: 1,
          schemaVersion: 1,
          snapshot: {},
          findings: [],
          submittedById: person.id,
          submittedAt: new Date(),
        },
      },
    },
  });
  await transaction((tx) =>
    record(
      tx,
      { userId: person.id, role: "exporter" },
      {
        kind: "application.submitted",
        applicationId: application.id,
        exporterId: exporter.id,
        data: { number, version: 1 },
      },
    ),
  );
  const event = await db().event.findFirstOrThrow({ where: { applicationId: application.id } });
  return {
    eventId: event.id,
    applicationId: application.id,
    exporterId: exporter.id,
    person,
    email,
    number,
  };
}

async function queuedMail() {
  const { eventId } = await submittedApplication();
  await tellPeople(eventId);
  return await db().mail.findFirstOrThrow({ where: { eventId, template: "receipt" } });
}

const mailOf = (id: string) => db().mail.findUniqueOrThrow({ where: { id } });
/** Those that wait, in the order in which a worker takes them. */
const jobs = () => db().$queryRaw<{ key: string | null; run_at: Date; task_identifier: string }[]>`
  SELECT key, run_at, task_identifier FROM graphile_worker.jobs ORDER BY priority, run_at, id`;

async function until<T>(
  what: () => Promise<T | false | null | undefined>,
  ms = 20_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await what();
    if (found) return found;
    if (Date.now() > end) throw new Error("It did not happen in time.");
    await new Promise((next) => setTimeout(next, 50));
  }
}

describe("the queue", () => {
  it("has a job only if its transaction is kept", async () => {
    const payload = { mailId: crypto.randomUUID() };
    await expect(
      transaction(async (tx) => {
        await addJob(tx, "sendMail", payload);
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect(await jobs()).toEqual([]);
    await transaction((tx) => addJob(tx, "sendMail", payload));
    expect(await jobs()).toMatchObject([{ task_identifier: "sendMail" }]);
  });

  it("keeps one waiting job of a key, with the newest time", async () => {
    const runAt = new Date(Date.now() + 60_000);
    const payload = { mailId: crypto.randomUUID() };
    await transaction((tx) => addJob(tx, "sendMail", payload, { jobKey: "k" }));
    await transaction((tx) => addJob(tx, "sendMail", payload, { jobKey: "k", runAt }));
    expect(await jobs()).toMatchObject([{ key: "k", run_at: runAt }]);
  });

  it("does whatever else is to be done before the mails that wait for the provider", async () => {
    const certificateId = crypto.randomUUID();
    await transaction((tx) => addJob(tx, "sendMail", { mailId: certificateId }));
    await transaction((tx) => addJob(tx, "renderCertificate", { certificateId }));
    expect(await jobs()).toMatchObject([
      { task_identifier: "renderCertificate" },
      { task_identifier: "sendMail" },
    ]);
  });
});

describe("telling people", () => {
  it("queues one mail for each reader with its job, however often it runs", async () => {
    const { eventId, email, applicationId } = await submittedApplication();
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await Promise.all([tellPeople(eventId), tellPeople(eventId)]);
    await tellPeople(eventId);
    const mails = await db().mail.findMany({ where: { eventId }, orderBy: { template: "asc" } });
    expect(mails).toMatchObject([
      {
        template: "officeSubmission",
        recipient: "office@test.example",
        language: "en",
        status: "queued",
      },
      {
        template: "receipt",
        recipient: email,
        language: "fr",
        status: "queued",
        data: { applicationId },
      },
    ]);
    expect((await jobs()).map((job) => job.key).sort()).toEqual(
      mails.map((m) => `mail:${m.id}`).sort(),
    );
  });

  it("names the sections to correct to those with a mandate in force and a confirmed address", async () => {
    const { applicationId, exporterId, person, email } = await submittedApplication();
    const other = (
      emailVerified: Date | null,
      mandate: { endsOn?: Date; endedAt?: Date; acceptedAt?: null },
    ) =>
      db().user.create({
        data: {
          email: `${crypto.randomUUID()}@example.ca`,
          emailVerified,
          mandates: {
            create: {
              exporterId,
              kind: "representative",
              permissions: ["view"],
              acceptedAt: new Date(),
              ...mandate,
            },
          },
        },
      });
    const lastDay = new Date("2020-01-01");
    await other(null, {});
    await other(new Date(), { endsOn: lastDay });
    await other(new Date(), { endedAt: lastDay });
    await other(new Date(), { acceptedAt: null });
    const asked = {
      submissionVersion: 1,
      reason: "2,000 carats are missing",
      askedById: person.id,
    };
    await db().application.update({
      where: { id: applicationId },
      data: {
        status: "returned",
        answerDueOn: new Date("2026-12-04"),
        clock: {
          updateMany: { where: { until: null }, data: { until: new Date() } },
          create: { side: "exporter", from: new Date() },
        },
        changeRequests: {
          create: [
            { ...asked, section: "documents" },
            { ...asked, section: "goods" },
          ],
        },
      },
    });
    await transaction((tx) =>
      record(
        tx,
        { userId: person.id, role: "officer" },
        {
          kind: "application.moved",
          applicationId,
          exporterId,
          data: { move: "returnForChanges", note: "2,000 carats are missing" },
        },
      ),
    );
    const event = await db().event.findFirstOrThrow({
      where: { applicationId, kind: "application.moved" },
    });
    await tellPeople(event.id);
    const mails = await db().mail.findMany({ where: { eventId: event.id } });
    expect(mails).toMatchObject([
      {
        template: "returned",
        recipient: email,
        data: { dueOn: "2026-12-04", sections: ["goods", "documents"] },
      },
    ]);
    expect(JSON.stringify(mails[0]?.data)).not.toContain("carats");
  });
});

describe("sending", () => {
  it("delivers once though the job runs twice, one after the other or at once", async () => {
    const mail = await queuedMail();
    await Promise.all([sendMail(mail.id), sendMail(mail.id)]);
    await sendMail(mail.id);
    expect(await delivered()).toMatchObject([{ to: [mail.recipient] }]);
    expect(await mailOf(mail.id)).toMatchObject({ status: "sent", problem: null });
  });

  it("makes no second delivery when the first was not noted", async () => {
    const mail = await queuedMail();
    await sendMail(mail.id);
    const { providerId } = await mailOf(mail.id);
    const asBefore = { status: "queued", providerId: null, problem: OUTCOME_UNKNOWN } as const;
    await db().mail.update({ where: { id: mail.id }, data: asBefore });
    await sendMail(mail.id);
    expect(await delivered()).toHaveLength(1);
    expect(await mailOf(mail.id)).toMatchObject({ status: "sent", providerId });
  });

  it("waits and tries again while the provider is away", async () => {
    const mail = await queuedMail();
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    onPost = () => Promise.resolve("cut");
    await sendMail(mail.id);
    expect(await mailOf(mail.id)).toMatchObject({
      status: "queued",
      attempts: 1,
      problem: OUTCOME_UNKNOWN,
    });
    const [job] = await jobs();
    expect(job?.key).toBe(`mail:${mail.id}`);
    expect(job?.run_at.getTime()).toBeGreaterThan(Date.now());
  });

  it("remembers a known refusal and keeps the mail", async () => {
    const mail = await queuedMail();
    const body = JSON.stringify({
      statusCode: 429,
      name: "rate_limit_exceeded",
      message: "slower",
    });
    onPost = () => Promise.resolve({ status: 429, body });
    await sendMail(mail.id);
    expect(await mailOf(mail.id)).toMatchObject({
      status: "queued",
      problem: "rate_limit_exceeded",
    });
  });

  it("gives up with the reason where another attempt cannot help", async () => {
    const mail = await queuedMail();
    const body = JSON.stringify({
      statusCode: 422,
      name: "validation_error",
      message: "Invalid `to` field.",
    });
    onPost = () => Promise.resolve({ status: 422, body });
    await sendMail(mail.id);
    expect(await mailOf(mail.id)).toMatchObject({
      status: "failed",
      problem: "validation_error: Invalid `to` field.",
    });
  });

  it("never sends again what may have arrived, once the provider has forgotten the key", async () => {
    const mail = await queuedMail();
    const createdAt = new Date(Date.now() - 23 * 3_600_000);
    await db().mail.update({
      where: { id: mail.id },
      data: { createdAt, problem: OUTCOME_UNKNOWN },
    });
    await sendMail(mail.id);
    expect(await delivered()).toEqual([]);
    expect(await mailOf(mail.id)).toMatchObject({ status: "failed", problem: "outcomeUnknown" });
  });

  it("lists for an officer what had no answer for 23 hours, until a report proves that it arrived", async () => {
    const mail = await queuedMail();
    onPost = async (forward) => {
      await forward();
      return "cut";
    };
    await sendMail(mail.id);
    const createdAt = new Date(Date.now() - 23 * 3_600_000);
    await db().mail.update({ where: { id: mail.id }, data: { createdAt } });
    await sendMail(mail.id);
    await sendMail(mail.id);
    expect(await delivered()).toHaveLength(1);
    const officer = await newOfficer("reviewer");
    const listed = async () =>
      (await listMails(officer, mailFilter.parse({ view: "neverSent" }))).rows.filter(
        ({ id }) => id === mail.id,
      );
    expect(await listed()).toMatchObject([{ state: "inDoubt" }]);
    await noteReport({
      id: "msg_late",
      kind: "delivered",
      at: new Date(),
      mailId: mail.id,
      providerId: crypto.randomUUID(),
      detail: null,
      forGood: false,
    });
    expect(await listed()).toEqual([]);
    expect(await mailOf(mail.id)).toMatchObject({ status: "delivered", problem: null });
  });

  it("writes to no address that is more than one", async () => {
    const mail = await queuedMail();
    await db().mail.update({
      where: { id: mail.id },
      data: { recipient: "a@example.ca,b@example.ca" },
    });
    await sendMail(mail.id);
    expect(await delivered()).toEqual([]);
    expect(await mailOf(mail.id)).toMatchObject({ status: "failed", problem: "invalidRecipient" });
  });
});

/** A worker as the start script runs it. */
function workerProcess(): ChildProcess {
  const env = { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.node.json" };
  return spawn(process.execPath, ["--import", "tsx", "lib/jobs/worker.ts"], {
    stdio: "ignore",
    env,
  });
}

describe("the worker", () => {
  it("goes from event to delivery, through a provider that is away at first", async () => {
    let refused = 0;
    onPost = (forward) => (refused++ < 2 ? Promise.resolve("cut") : forward());
    const { email, number } = await submittedApplication();
    const worker = await startWorker();
    try {
      const mails = await until(async () => {
        const found = await delivered();
        return found.length === 2 && found;
      });
      expect(mails.map((mail) => mail.to[0]).sort()).toEqual([email, "office@test.example"].sort());
      for (const mail of mails) expect(mail.subject).toContain(number);
    } finally {
      await worker.stop();
    }
    // A full minute may have passed meanwhile: what comes by the clock waits again.
    const ofEvents = ({ task_identifier: task }: { task_identifier: string }) =>
      !timetable.includes(` ${task} `);
    expect((await jobs()).filter(ofEvents)).toEqual([]);
  }, 30_000);

  it("killed between sending and noting, makes no second delivery; the next one finishes its work", async () => {
    const { eventId } = await queuedMail();
    let killed = false;
    onPost = async (forward) => {
      const answer = await forward();
      if (killed) return answer;
      killed = true;
      victim.kill("SIGKILL");
      return "cut";
    };
    const victim = workerProcess();
    await once(victim, "exit");
    expect(killed).toBe(true);
    const before = await db().mail.findMany({ where: { eventId } });
    expect(before.map((mail) => mail.status)).toEqual(["queued", "queued"]);
    expect(before.some((mail) => mail.problem === OUTCOME_UNKNOWN)).toBe(true);

    const next = await startWorker();
    try {
      const sent = () => db().mail.count({ where: { eventId, status: "sent" } });
      await until(async () => (await sent()) === 2);
    } finally {
      await next.stop();
    }
    const recipients = (await delivered()).map(({ to }) => to[0]).sort();
    expect(recipients).toEqual(before.map((mail) => mail.recipient).sort());
  }, 40_000);

  it("finishes what it has begun when asked to stop", async () => {
    const mail = await queuedMail();
    let asked = false;
    onPost = async (forward) => {
      if (!asked) worker.kill("SIGTERM");
      asked = true;
      await new Promise((later) => setTimeout(later, 500));
      return forward();
    };
    const worker = workerProcess();
    expect(await once(worker, "exit")).toEqual([0, null]);
    const { attempts } = await db()
      .mail.aggregate({ where: { eventId: mail.eventId }, _sum: { attempts: true } })
      .then(({ _sum }) => _sum);
    expect(await db().mail.count({ where: { eventId: mail.eventId, status: "sent" } })).toBe(
      attempts,
    );
    expect(attempts).toBeGreaterThan(0);
  }, 30_000);

  it("says what is wrong with its configuration and ends", async () => {
    const env = { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.node.json", MAIL_FROM: "" };
    const worker = spawn(process.execPath, ["--import", "tsx", "lib/jobs/worker.ts"], { env });
    let said = "";
    worker.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(worker, "close")).toEqual([1, null]);
    expect(said).toMatch(/^MAIL_FROM is not set; it must be .+\.\n$/);
  });
});
