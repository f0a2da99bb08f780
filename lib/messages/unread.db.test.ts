import { beforeEach, describe, expect, it } from "vitest";
import { markRead } from "./commands/mark-read";
import { openThread } from "./queries/find-thread";
import { countUnreadThreads } from "./queries/list-threads";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import type { EventOf } from "@/lib/events/event";
import type { Notice } from "@/lib/mail/notice";
import { give } from "@/lib/notices/give";
import { countUnreadNotices } from "@/lib/notices/queries";
import { reply, sent } from "@/tests/factories/messages";
import { readerOf } from "@/tests/factories/notices";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newRepresentative,
} from "@/tests/factories/people";

let exporterId: string;
let owner: ExporterViewer;
let officer: OfficerViewer;
beforeEach(async () => {
  ({ exporterId, owner } = await newExporter());
  officer = await newOfficer("reviewer");
});

describe("what is new", () => {
  it("is counted by profile, and of those of others nothing", async () => {
    const others = await newExporter();
    const second = await newExporter();
    for (const { exporterId: id, owner: of } of [others, second, second]) {
      const { threadId } = await sent(of, id);
      await reply(officer, threadId, "Yes.");
    }
    const { threadId } = await sent(owner, exporterId);
    await reply(officer, threadId, "Yes.");
    const accepted = { kind: "representative", acceptedAt: new Date() } as const;
    await db().mandate.create({
      data: {
        ...accepted,
        exporterId: second.exporterId,
        userId: owner.userId,
        permissions: ["view"],
      },
    });
    const viewer = await exporterViewer(owner.userId);
    expect(await countUnreadThreads(viewer)).toEqual(
      new Map([
        [exporterId, 1],
        [second.exporterId, 2],
      ]),
    );
    expect(await countUnreadThreads(viewer, threadId)).toEqual(new Map([[second.exporterId, 2]]));
  });

  it("is read in the list of notices with the conversation: one's own, up to what was shown", async () => {
    const { threadId } = await sent(owner, exporterId);
    const other = await sent(owner, exporterId);
    const colleague = await newRepresentative(exporterId, ["view"]);
    const first = await reply(officer, threadId, "One");
    const second = await reply(officer, threadId, "Two");
    for (const told of [first, second]) {
      for (const { userId } of [owner, colleague]) await tellOf(userId, threadId, told);
    }
    const elsewhere = await reply(officer, other.threadId, "Else");
    await tellOf(owner.userId, other.threadId, elsewhere);
    const { sentAt } = await db().message.findUniqueOrThrow({ where: { id: first } });
    await markRead(owner, threadId, sentAt ?? new Date(0));
    expect(await countUnreadNotices(owner)).toBe(2);
    expect(await countUnreadNotices(owner, { threadId })).toBe(1);
    await openThread(owner, threadId);
    expect(await countUnreadNotices(owner)).toBe(1);
    // One that comes after its message was read.
    await tellOf(owner.userId, threadId, second);
    expect(await countUnreadNotices(owner)).toBe(2);
    await openThread(owner, threadId);
    expect(await countUnreadNotices(owner)).toBe(1);
    expect(await countUnreadNotices(colleague)).toBe(2);
  });

  it("is read by whoever answers it, with the notice that it is theirs", async () => {
    const { threadId, messageId } = await sent(owner, exporterId);
    const data = { threadId, number: null, exporter: "Ezra Inc.", name: "Olivia" };
    const { userId } = officer;
    await tell(userId, { kind: "thread.assigned", data: { threadId, to: userId } }, [
      { template: "conversationAssigned", data },
    ]);
    const sentNow = { threadId, messageId, side: "exporter" } as const;
    await tell(userId, { kind: "message.sent", data: sentNow }, [
      { template: "messageToAnswer", data },
    ]);
    expect(await countUnreadNotices(officer)).toBe(2);
    await openThread(officer, threadId);
    expect(await countUnreadNotices(officer)).toBe(0);
  });
});

type Happened = Pick<EventOf<"message.sent" | "thread.assigned">, "kind" | "data">;

/** Tells somebody of an event like this. */
async function tell(userId: string, { kind, data }: Happened, notices: readonly Notice[]) {
  const event = await db().event.create({ data: { kind, actorRole: "system", data } });
  const reader = await readerOf(userId);
  const told = notices.map((notice) => ({ ...reader, ...notice }));
  await transaction((tx) => give(tx, event.id, told));
}

const tellOf = (userId: string, threadId: string, messageId: string) =>
  tell(userId, { kind: "message.sent", data: { threadId, messageId, side: "office" } }, [
    { template: "messageFromOffice", data: { threadId, number: null, name: "Ezra" } },
  ]);
