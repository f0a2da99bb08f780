import { randomUUID } from "node:crypto";
import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import { listActivity } from "@/lib/applications/queries/activity";
import { listChecks } from "@/lib/applications/queries/check";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { findThread } from "@/lib/messages/queries/find-thread";
import { listThreads } from "@/lib/messages/queries/list-threads";
import { threadFilter } from "@/lib/messages/schema-list";
import { writeNote, writeThreadNote } from "@/lib/office-notes/commands";
import { listNotes, listThreadNotes } from "@/lib/office-notes/queries";
import { newSubmitted } from "@/tests/factories/applications";
import { sent } from "@/tests/factories/messages";
import { newExporter, newOfficer } from "@/tests/factories/people";

/* What officers write to each other stays in the office. */

const text = `They order seals in rolls of fifty, ${randomUUID()}`;
let owner: ExporterViewer;
let nora: OfficerViewer;
let exporterId: string;
let id: string;

beforeAll(async () => {
  const made = await newExporter();
  ({ owner, exporterId } = made);
  nora = await newOfficer("reviewer");
  id = await newSubmitted(made.owner, made.exporterId);
  expect(await writeNote(nora, id, text)).toEqual({ ok: true, value: undefined });
});

describe("a note of the office", () => {
  it("is read by all of the office, with who and when, and written by who has a part in files", async () => {
    const auditor = await newOfficer("auditor");
    expect(await listNotes(auditor, id)).toMatchObject([{ text, by: nora.name }]);
    expect(await writeNote(auditor, id, "x")).toEqual({ ok: false, error: "notAllowed" });
    expect(await writeNote(nora, "no id", "x")).toEqual({ ok: false, error: "notFound" });
  });

  it("is never changed nor taken away", async () => {
    const { id: noteId } = await db().officeNote.findFirstOrThrow({ where: { applicationId: id } });
    const where = { id: noteId };
    await expect(db().officeNote.update({ where, data: { text: "x" } })).rejects.toThrow();
    await expect(db().officeNote.delete({ where })).rejects.toThrow();
  });

  it("is in nothing that an exporter is given, nor in what happened, nor in a mail", async () => {
    const given = await Promise.all([
      findApplication(owner, id),
      findSubmission(owner, id, 1),
      listChecks(owner, id),
      listActivity(owner, exporterId, 20),
      db().event.findMany({ where: { applicationId: id } }),
      db().mail.findMany({ where: { event: { applicationId: id } } }),
    ]);
    const all = JSON.stringify(given, (_name, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    expect(all).toContain(id);
    expect(all).not.toContain("rolls of fifty");
  });

  it.each([
    "app/[locale]/(exporter)/applications/page.tsx",
    "app/api/health/route.ts",
    "components/layout/page-title.tsx",
    "lib/mail/who-is-told.ts",
    "lib/applications/queries/find.ts",
    "lib/applications/pdf/receipt-document.tsx",
    "lib/certificates/queries.ts",
  ])("cannot be read by %s", async (filePath) => {
    const fenced = (await new ESLint().calculateConfigForFile(filePath)) as Rules;
    const [, options] = fenced.rules["no-restricted-imports"];
    const groups = options.patterns.flatMap(({ group }) => group ?? []);
    expect(groups).toContain("@/lib/office-notes/*");
  });

  it("can be read by the office’s own pages", async () => {
    const path = "app/[locale]/(officer)/office/review/[applicationId]/read-desk.ts";
    const fenced = (await new ESLint().calculateConfigForFile(path)) as Rules;
    const [, options] = fenced.rules["no-restricted-imports"];
    expect(options.patterns.flatMap(({ group }) => group ?? [])).not.toContain(
      "@/lib/office-notes/*",
    );
  });
});

interface Rules {
  rules: { "no-restricted-imports": [number, { patterns: { group?: string[] }[] }] };
}

describe("a note about a conversation", () => {
  it("is written by who answers, read by all of the office, and in nothing of an exporter", async () => {
    const { threadId } = await sent(owner, exporterId);
    const secret = `They ask each week, ${randomUUID()}`;
    expect(await writeThreadNote(nora, threadId, secret)).toEqual({ ok: true, value: undefined });
    const auditor = await newOfficer("auditor");
    expect(await listThreadNotes(auditor, threadId)).toMatchObject([
      { text: secret, by: nora.name },
    ]);
    for (const role of ["auditor", "administrator"] as const) {
      expect(await writeThreadNote(await newOfficer(role), threadId, "x")).toEqual({
        ok: false,
        error: "notAllowed",
      });
    }
    const own = await newOfficer("reviewer");
    const at = new Date("2026-01-05T15:00:00Z");
    await db().mandate.create({
      data: {
        ...{ exporterId, userId: own.userId, kind: "representative", permissions: ["view"] },
        ...{ acceptedAt: at, endedAt: at },
      },
    });
    expect(await writeThreadNote(own, threadId, "x")).toEqual({ ok: false, error: "ownProfile" });
    const looking = threadFilter.parse({ q: secret });
    const given = await Promise.all([
      findThread(owner, threadId),
      listThreads(owner, exporterId, threadFilter.parse({})),
      db().event.findMany({ where: { exporterId, kind: { startsWith: "thread." } } }),
      db().mail.findMany({ where: { event: { exporterId } } }),
      db().notice.findMany({ where: { userId: owner.userId } }),
    ]);
    const all = JSON.stringify(given, (_name, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    expect(all).toContain(threadId);
    expect(all).not.toContain("each week");
    expect((await listThreads(owner, exporterId, looking)).rows).toEqual([]);
  });
});
