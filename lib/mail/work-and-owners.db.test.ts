import { beforeAll, describe, expect, it } from "vitest";
import { inState } from "@/e2e/support/scene";
import { askToWithdraw } from "@/lib/applications/commands/ask-to-withdraw";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { changeMandate } from "@/lib/exporters/commands/change-mandate";
import { endMandate } from "@/lib/exporters/commands/end-mandate";
import { tellPeople } from "@/lib/jobs/tell-people";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { answerAll, newSubmitted, submit } from "@/tests/factories/applications";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newPerson,
  newRepresentative,
} from "@/tests/factories/people";
import { asOwner } from "@/tests/factories/owner";

/* Those who did not do it, but whose file or whose profile it is. */

let exporterId: string;
let maya: ExporterViewer;
let otherOwner: ExporterViewer;
let helper: ExporterViewer;
let nora: OfficerViewer;
let marie: OfficerViewer;

beforeAll(async () => {
  const made = await newExporter();
  ({ exporterId } = made);
  const second = await newPerson();
  await db().mandate.create({
    data: {
      exporterId,
      userId: second.userId,
      kind: "owner",
      acceptedAt: new Date(),
      permissions: ["view", "prepare", "submit"],
    },
  });
  maya = await exporterViewer(made.owner.userId);
  otherOwner = await exporterViewer(second.userId);
  helper = await newRepresentative(exporterId);
  [nora, marie] = await Promise.all([newOfficer("reviewer"), newOfficer("signatory")]);
});

/** What the newest event of a kind gives to whom, in the portal's list. */
async function told(kind: string, about: { applicationId: string } | { exporterId: string }) {
  const { id } = await db().event.findFirstOrThrow({
    where: { kind, ...about },
    orderBy: { id: "desc" },
  });
  await tellPeople(id);
  const notices = await db().notice.findMany({
    where: { eventId: id },
    orderBy: { template: "asc" },
  });
  const names = new Map(
    Object.entries({ maya, otherOwner, helper, nora, marie }).map(([name, { userId }]) => [
      userId,
      name,
    ]),
  );
  return notices.map(({ template, userId }) => `${template} ${names.get(userId) ?? "?"}`).sort();
}

const scene = () => ({ exporterId, owner: maya, reviewer: nora });

describe("a file", () => {
  it("submitted by a representative is told to the owners, as often as it is", async () => {
    const applicationId = await newSubmitted(helper, exporterId);
    expect(await told("application.submitted", { applicationId })).toEqual([
      "receipt helper",
      "submittedByOther maya",
      "submittedByOther otherOwner",
    ]);
  });

  it("that comes back is told to who had returned it, unless they are no officer any more", async () => {
    const applicationId = await inState.returned(scene(), undefined, "documents");
    await answerAll(maya, applicationId);
    expect(await submit(maya, applicationId)).toMatchObject({ ok: true });
    const back = ["fileResubmitted nora", "receipt maya", "submittedByOther otherOwner"];
    expect(await told("application.submitted", { applicationId })).toEqual(back);

    const gone = await newOfficer("reviewer");
    const second = await inState.returned({ ...scene(), reviewer: gone }, undefined, "documents");
    await asOwner(
      `INSERT INTO "OfficerChange" ("userId", roles, reason) VALUES ($1, '{}'::"OfficerRole"[], 'left')`,
      [gone.userId],
    );
    await answerAll(maya, second);
    await submit(maya, second);
    expect(await told("application.submitted", { applicationId: second })).toEqual(back.slice(1));
  });

  it("that a signatory sends back, or an exporter would withdraw, is told to who holds it", async () => {
    const applicationId = await inState.recommended(scene());
    expect(await sendBack(marie, applicationId, "Look at the seals again.")).toMatchObject({
      ok: true,
    });
    expect(await told("application.moved", { applicationId })).toEqual(["fileSentBack nora"]);
    expect(await askToWithdraw(maya, applicationId, "Cancelled.")).toMatchObject({ ok: true });
    expect(await told("withdrawal.requested", { applicationId })).toEqual(["fileToWithdraw nora"]);
  });
});

describe("a mandate", () => {
  it("that an owner changes or ends is told to the other owners too", async () => {
    const representative = await newRepresentative(exporterId, ["view"]);
    const { id } = await db().mandate.findFirstOrThrow({
      where: { exporterId, userId: representative.userId },
    });
    const [before, after] = [{ may: "view" }, { may: "prepare" }] as const;
    const changed = await changeMandate(maya, exporterId, id, after, before);
    expect(changed).toMatchObject({ ok: true });
    expect(await told("mandate.changed", { exporterId })).toEqual([
      "mandateChanged ?",
      "mandateOfOtherChanged otherOwner",
    ]);
    expect(await endMandate(maya, id)).toMatchObject({ ok: true });
    expect(await told("mandate.ended", { exporterId })).toEqual([
      "mandateOfOtherRemoved otherOwner",
      "mandateRemoved ?",
    ]);
    const [mail] = await db().notice.findMany({ where: { template: "mandateOfOtherRemoved" } });
    expect(mail?.subjectEn).toContain(representative.name);
  });
});
