import { beforeEach, describe, expect, it } from "vitest";
import { countUnreadThreads } from "./queries/list-threads";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { exporterViewer, newExporter, newOfficer } from "@/tests/factories/people";
import { reply, sent } from "@/tests/factories/messages";
import { db } from "@/lib/db";

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
});
