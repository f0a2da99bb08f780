import { expect, test } from "vitest";
import { isSteppedUp } from "@/lib/auth/step-up";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { reject } from "@/lib/reviews/commands/reject";
import { newSubmitted } from "@/tests/factories/applications";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer, officerViewer } from "@/tests/factories/people";

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

test("a signatory signs with both factors just shown, and only so", async () => {
  const { exporterId, owner } = await newExporter();
  const id = await newSubmitted(owner, exporterId);
  await recommendIssue(await newOfficer("reviewer"), id);
  const { userId } = await newOfficer("signatory");
  const limit = env().STEP_UP_SECONDS;
  const late = await officerViewer(userId, ago(limit + 1));
  const before = await db().event.count();
  const refused = { ok: false, error: "stepUp" };
  expect(await issueCertificate(late, id)).toEqual(refused);
  expect(await reject(late, id, { reasons: "x", ground: "not_accurate" })).toEqual(refused);
  expect(await db().decision.count({ where: { applicationId: id } })).toBe(0);
  expect(await db().event.count()).toBe(before);

  const fresh = await officerViewer(userId, ago(limit - 5));
  expect(isSteppedUp(fresh)).toBe(true);
  expect(isSteppedUp(late)).toBe(false);
  expect(await issueCertificate(fresh, id)).toMatchObject({ ok: true });
});
