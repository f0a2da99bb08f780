import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { tellPeople } from "@/lib/jobs/tell-people";
import { assignThread } from "@/lib/messages/commands/assign-thread";
import { asOwner } from "@/tests/factories/owner";
import { reply, sent } from "@/tests/factories/messages";
import { newExporter, newOfficer } from "@/tests/factories/people";

/* Which officer hears of a conversation: who has it when they are told, while at work. */

let owner: ExporterViewer;
let nora: OfficerViewer;
let samir: OfficerViewer;
let marie: OfficerViewer;
let threadId: string;
beforeEach(async () => {
  const made = await newExporter();
  ({ owner } = made);
  [nora, samir, marie] = [
    await newOfficer("reviewer"),
    await newOfficer("reviewer"),
    await newOfficer("signatory"),
  ];
  ({ threadId } = await sent(owner, made.exporterId));
});

afterEach(() => setClock(null));

const give = async (to: string | null, held: string | null) =>
  expect(await assignThread(marie, threadId, to, held)).toMatchObject({ ok: true });

/** Who is told of the events of a kind in the conversation, all of them only now. */
async function told(kind: string): Promise<string[]> {
  const events = await db().event.findMany({
    where: { kind, data: { path: ["threadId"], equals: threadId } },
    orderBy: { id: "asc" },
  });
  for (const { id } of events) await tellPeople(id);
  const eventId = { in: events.map(({ id }) => id) };
  const notices = await db().notice.findMany({ where: { eventId }, orderBy: { eventId: "asc" } });
  const mails = await db().mail.findMany({ where: { eventId, noticeId: null } });
  return [...mails.map(({ template }) => template), ...notices.map(({ userId }) => userId)];
}

describe("a conversation that is passed on at once", () => {
  it("is told to whom it was given last, once", async () => {
    await give(nora.userId, null);
    await give(samir.userId, nora.userId);
    expect(await told("thread.assigned")).toEqual([samir.userId]);
  });

  it("is told to nobody where it is nobody's again", async () => {
    await give(nora.userId, null);
    await give(null, nora.userId);
    expect(await told("thread.assigned")).toEqual([]);
  });
});

describe("what an exporter writes", () => {
  it("is told to the officer who has the conversation, and to the office", async () => {
    await give(nora.userId, null);
    await reply(owner, threadId, "And?");
    expect(await told("message.sent")).toEqual([
      ...["officeMessage", "officeMessage"],
      ...[nora.userId, nora.userId],
    ]);
  });

  it("is told to the office alone where that officer is suspended, rests or has left", async () => {
    await give(nora.userId, null);
    const change = (roles: string, suspended: boolean) =>
      asOwner(
        `INSERT INTO "OfficerChange" ("userId", roles, suspended, reason)
         VALUES ($1, $2::"OfficerRole"[], $3, 'a test')`,
        [nora.userId, roles, suspended],
      );
    await change("{reviewer}", true);
    expect(await told("message.sent")).toEqual(["officeMessage"]);
    await change("{reviewer}", false);
    await reply(owner, threadId, "And?");
    setClock(new Date(Date.now() + 91 * 86_400_000));
    expect(await told("message.sent")).toEqual(["officeMessage", "officeMessage"]);
    setClock(null);
    await change("{}", false);
    await reply(owner, threadId, "And now?");
    expect(await told("message.sent")).toEqual(Array(3).fill("officeMessage"));
  });
});
