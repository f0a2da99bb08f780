import { appendFile, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { check } from "@/lib/audit/commands/check";
import { exportAudit } from "@/lib/audit/commands/export";
import { headsIn } from "@/lib/audit/head-sink";
import { sealAudit, writeHeads } from "@/lib/audit/portal-chain";
import { findChainState } from "@/lib/audit/queries/chain-state";
import { listAudit } from "@/lib/audit/queries/list-audit";
import { listTimeline } from "@/lib/audit/queries/list-timeline";
import { auditFilter } from "@/lib/audit/schema";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { addDays } from "@/lib/calendar";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { checkAudit } from "@/lib/jobs/keep-audit";
import { tellPeople } from "@/lib/jobs/tell-people";
import { openDocument } from "@/lib/documents/queries";
import { claim } from "@/lib/reviews/commands/claim";
import { newDraft, newSubmitted } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";

/* What auditors and officers read of the trail, and what leaves the database. */

/** Every statement of this process; before its first connection. */
const asked = vi.spyOn(pg.Client.prototype, "query");

let auditor: OfficerViewer;
let reviewer: OfficerViewer;
let exporterId: string;
let number: string;
let applicationId: string;

beforeAll(async () => {
  [auditor, reviewer] = [await newOfficer("auditor"), await newOfficer("reviewer")];
  const made = await newExporter();
  exporterId = made.exporterId;
  applicationId = await newSubmitted(made.owner, exporterId);
  await newDraft(made.owner, exporterId);
  const file = await db().application.findUniqueOrThrow({
    where: { id: applicationId },
    include: { documents: true },
  });
  number = file.number ?? "";
  await claim(reviewer, applicationId);
  const opened = await openDocument(reviewer, file.documents[0]?.id ?? "");
  await opened?.stream.cancel();
});

const kindsOf = (entries: readonly { kind: string }[]) => entries.map(({ kind }) => kind);
const list = (said: Record<string, string>, limit?: number) =>
  listAudit(auditor, auditFilter.parse(said), limit);

describe("the audit", () => {
  it("shows what happened to a number, by whom, of which kind and on which days", async () => {
    const all = await list({ record: number });
    expect(kindsOf(all.entries)).toContain("document.read");
    const reads = await list({ record: number, what: "reads" });
    expect(kindsOf(reads.entries)).toEqual(["document.read"]);
    const [read] = reads.entries;
    expect(read).toMatchObject({
      actor: { id: reviewer.userId, name: reviewer.name },
      role: "officer",
      application: { id: applicationId, number },
    });
    expect(read?.document?.name).toMatch(/./);
    const [held] = (
      await list({ record: number, who: reviewer.userId, what: "applications" })
    ).entries.filter(({ kind }) => kind === "application.holderChanged");
    expect(held).toMatchObject({ from: null, to: reviewer.name });
    const today = todayInOttawa();
    const same = await list({ record: number, from: today, to: today });
    expect(same.entries).toHaveLength(all.entries.length);
    expect((await list({ record: number, from: addDays(today, 1) })).entries).toEqual([]);
    expect((await list({ record: number, to: addDays(today, -1) })).entries).toEqual([]);
    const officers = await list({ record: number, role: "officer" });
    expect(officers.entries.every(({ role }) => role === "officer")).toBe(true);
  });

  it("says what of the filter names nothing", async () => {
    expect((await list({ record: "KPO-1999-9999" })).unknown).toBe("record");
    expect((await list({ who: "Nobody Bearsthisname" })).unknown).toBe("who");
  });

  it("goes on page by page without a gap or a repetition", async () => {
    const whole = (await list({}, 1_000)).entries.map(({ id }) => id);
    const paged: string[] = [];
    for (let after = ""; ;) {
      const { entries, next } = await list({ after }, 7);
      paged.push(...entries.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
  });

  it("is nobody's who is neither administrator nor auditor", async () => {
    expect((await listAudit(reviewer, auditFilter.parse({}))).entries).toEqual([]);
    expect(await exportAudit(reviewer, auditFilter.parse({}))).toBeNull();
    expect(await exportAudit(await newOfficer("administrator"), auditFilter.parse({}))).toBeNull();
    expect(await check(reviewer, {})).toMatchObject({ error: "notAllowed" });
  });

  it("gives an auditor the whole of it as lines, and says that it did", async () => {
    const entries = await exportAudit(auditor, auditFilter.parse({ record: number }));
    const taken: string[] = [];
    for await (const { kind } of entries ?? []) taken.push(kind);
    expect(taken).toEqual(kindsOf((await list({ record: number })).entries));
    const [newest] = (await list({ what: "trail", who: auditor.userId })).entries;
    expect(newest).toMatchObject({ kind: "audit.exported", data: { filter: { record: number } } });
  });

  it("asks the database few questions for a page", async () => {
    const before = asked.mock.calls.length;
    await Promise.all([
      findChainState(auditor),
      list({ record: number, who: "Number", what: "reads" }),
    ]);
    expect(asked.mock.calls.length - before).toBe(7);
  });
});

describe("a timeline", () => {
  it("of a profile tells nothing of what was never submitted, the one of its application all", async () => {
    const ofFile = await listTimeline(reviewer, { kind: "application", id: applicationId });
    expect(ofFile?.name).toBe(number);
    expect(kindsOf(ofFile?.entries ?? [])).toEqual(
      expect.arrayContaining([
        "application.submitted",
        "document.read",
        "application.holderChanged",
      ]),
    );
    const ofProfile = await listTimeline(reviewer, { kind: "exporter", id: exporterId });
    const files = ofProfile?.entries.flatMap(({ application }) => application ?? []) ?? [];
    expect(new Set(files.map((file) => file.number))).toEqual(new Set([number]));
  });

  it("of a person is for whoever sees the office's people", async () => {
    const of = { kind: "person", id: reviewer.userId } as const;
    expect(await listTimeline(reviewer, of)).toBeNull();
    expect(kindsOf((await listTimeline(auditor, of))?.entries ?? [])).toContain("document.read");
  });

  it("goes on from where a page ended", async () => {
    const of = { kind: "application", id: applicationId } as const;
    const whole = (await listTimeline(auditor, of))?.entries ?? [];
    const first = await listTimeline(auditor, of, { limit: 2 });
    const rest = await listTimeline(auditor, of, { after: first?.next ?? "" });
    expect([...(first?.entries ?? []), ...(rest?.entries ?? [])]).toEqual(whole);
  });
});

describe("the heads", () => {
  const file = () => path.join(env().AUDIT_HEADS_DIR, "heads.jsonl");
  const heads = async () => {
    const found: unknown[] = [];
    for await (const head of (await headsIn(file())) ?? []) found.push(head);
    return found;
  };

  it("are written once each, and go on after a line that broke off", async () => {
    expect(await headsIn(file())).toBeNull();
    await sealAudit();
    expect(await writeHeads()).toBeGreaterThan(0);
    expect(await writeHeads()).toBe(0);
    await appendFile(file(), '{"batch":"99","hea');
    await check(auditor, {});
    await sealAudit();
    expect(await writeHeads()).toBe(1);
    const lines = (await readFile(file(), "utf8")).trim().split("\n");
    const batches = await db().auditBatch.count();
    expect(lines).toHaveLength(batches + 1);
    const found = await heads();
    expect(found.filter((head) => head === null)).toHaveLength(1);
    expect(found.at(-1)).toMatchObject({ batch: String(batches) });
  });

  it("are compared each day, and the newest goes to the auditors by mail, once", async () => {
    await checkAudit();
    await checkAudit();
    const checks = await db().event.findMany({
      where: { kind: "audit.checked", actorRole: "system" },
    });
    expect(checks).toHaveLength(1);
    const [daily] = checks;
    expect(daily?.data).toMatchObject({ broken: null, unsealed: 0 });
    await tellPeople(daily?.id ?? 0n);
    const mails = await db().mail.findMany({ where: { eventId: daily?.id ?? 0n } });
    expect(mails).toMatchObject([
      { recipient: "office@test.example", template: "auditChecked", data: { whole: true } },
    ]);
    expect(await findChainState(auditor)).toMatchObject({ check: { broken: null } });
  });

  it("that somebody checks on the page are mailed to nobody", async () => {
    expect(await check(auditor, {})).toEqual({ ok: true, whole: true });
    const newest = await db().event.findFirstOrThrow({
      where: { kind: "audit.checked" },
      orderBy: { id: "desc" },
    });
    expect(newest).toMatchObject({ actorId: auditor.userId });
    await tellPeople(newest.id);
    expect(await db().mail.count({ where: { eventId: newest.id } })).toBe(0);
    expect(await check(auditor, { from: "1999-01-01", to: "1999-01-02" })).toMatchObject({
      error: "noneThere",
    });
    const today = todayInOttawa();
    expect(await check(auditor, { from: today, to: today })).toEqual({ ok: true, whole: true });
  });
});
