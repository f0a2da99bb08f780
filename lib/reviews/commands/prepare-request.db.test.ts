import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { findInboxThread } from "@/lib/messages/queries/find-inbox-thread";
import { claim } from "@/lib/reviews/commands/claim";
import { prepareRequest, takeBackRequest } from "@/lib/reviews/commands/prepare-request";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { takeOver } from "@/lib/reviews/commands/take-over";
import { listPrepared, listPreparedIn } from "@/lib/reviews/queries/list-prepared";
import { newSubmitted } from "@/tests/factories/applications";
import { sent } from "@/tests/factories/messages";
import { newExporter, newOfficer } from "@/tests/factories/people";

/* A question of a conversation becomes a request of the next notice. */

let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
let applicationId: string;
let threadId: string;

beforeEach(async () => {
  ({ owner, exporterId } = await newExporter());
  nora = await newOfficer("reviewer");
  applicationId = await newSubmitted(owner, exporterId);
  const about = { about: "application", matterId: applicationId } as const;
  ({ threadId } = await sent(owner, exporterId, about));
});

const done = { ok: true, value: undefined };
const refused = (error: string) => ({ ok: false, error });
const city = { section: "consignee", field: "consignee.city", reason: "Which city?" } as const;
const asks = (
  viewer: OfficerViewer,
  token: string = randomUUID(),
  input = city as Parameters<typeof prepareRequest>[2],
) => prepareRequest(viewer, threadId, input, token);
const ask = async (viewer: OfficerViewer) =>
  (await findInboxThread(viewer, threadId))?.application?.ask;

describe("a request prepared from a message", () => {
  it("is what the next notice begins with, once, and changes nothing yet", async () => {
    await claim(nora, applicationId);
    expect(await ask(nora)).toBe("now");
    const token = randomUUID();
    const twice = await Promise.all([asks(nora, token), asks(nora, token)]);
    expect(twice).toEqual([done, done]);
    const mass = { section: "origin", reasonCode: "mass-differs" } as const;
    expect(await asks(nora, randomUUID(), mass)).toEqual(done);
    const prepared = [
      { place: "consignee:consignee.city", reasonCode: null, words: "Which city?", by: nora.name },
      { place: "origin", reasonCode: "mass-differs", words: "" },
    ];
    expect(await listPrepared(nora, applicationId)).toMatchObject(prepared);
    expect(await listPreparedIn(nora, threadId)).toMatchObject(prepared);
    const { status } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(status).toBe("in_review");
    expect(await db().changeRequest.count({ where: { applicationId } })).toBe(0);
    const events = await db().event.findMany({
      where: { applicationId, kind: "thread.requestPrepared" },
    });
    expect(events).toHaveLength(2);
  });

  it("is taken back once", async () => {
    await claim(nora, applicationId);
    await asks(nora);
    const [request] = await listPrepared(nora, applicationId);
    const id = request?.id ?? "";
    expect(await Promise.all([takeBackRequest(nora, id), takeBackRequest(nora, id)])).toEqual([
      done,
      done,
    ]);
    expect(await listPrepared(nora, applicationId)).toEqual([]);
    const where = { applicationId, kind: "thread.requestTakenBack" };
    expect(await db().event.count({ where })).toBe(1);
    await expect(
      db().preparedRequest.update({ where: { id }, data: { takenBackAt: null } }),
    ).rejects.toThrow();
  });

  it("is only for who reviews the application, and stays for whoever takes it over", async () => {
    expect(await ask(nora)).toBe("claimFirst");
    expect(await asks(nora)).toMatchObject(refused("moved"));
    await claim(nora, applicationId);
    const samir = await newOfficer("reviewer");
    expect(await ask(samir)).toBe("held");
    expect(await asks(samir)).toEqual({ ...refused("held"), by: nora.name });
    expect(await asks(await newOfficer("auditor"))).toEqual(refused("notAllowed"));
    expect(await asks(nora)).toEqual(done);
    const [request] = await listPrepared(nora, applicationId);
    expect(await takeBackRequest(samir, request?.id ?? "")).toEqual({
      ...refused("held"),
      by: nora.name,
    });
    await takeOver(samir, applicationId, { from: nora.userId, reason: "Nora is away." });
    expect(await listPrepared(samir, applicationId)).toHaveLength(1);
    expect(await takeBackRequest(samir, request?.id ?? "")).toEqual(done);
  });

  it("is not possible once the exporter has the application, and not about anything else", async () => {
    await claim(nora, applicationId);
    const notice = { requests: [city], dueOn: "2030-01-10" };
    expect(await returnForChanges(nora, applicationId, notice)).toEqual(done);
    expect(await ask(nora)).toBe("returned");
    expect(await asks(nora)).toMatchObject(refused("moved"));
    const general = await sent(owner, exporterId);
    expect(await prepareRequest(nora, general.threadId, city, randomUUID())).toEqual(
      refused("notFound"),
    );
    expect(await asks(nora, "no id")).toEqual(refused("notFound"));
  });

  it("has a reason that is offered for its section", async () => {
    await claim(nora, applicationId);
    const wrong = { section: "consignee", reasonCode: "mass-differs" } as const;
    expect(await asks(nora, randomUUID(), wrong)).toEqual({
      ...refused("unknownReason"),
      problems: [{ field: "reasonCode", key: "review.reason.unknown" }],
    });
  });

  it("is not prepared by an officer who is or was of the exporter", async () => {
    await claim(nora, applicationId);
    const at = new Date("2026-01-05T15:00:00Z");
    await db().mandate.create({
      data: {
        ...{ exporterId, userId: nora.userId, kind: "representative", permissions: ["view"] },
        ...{ acceptedAt: at, endedAt: at },
      },
    });
    expect(await asks(nora)).toEqual(refused("ownProfile"));
  });
});
