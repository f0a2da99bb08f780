import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { saveSection } from "@/lib/applications/commands/save";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { claim } from "@/lib/reviews/commands/claim";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import {
  answerAll,
  drawingAnswers,
  newDraft,
  newSubmitted,
  submit,
  versionOf,
} from "@/tests/factories/applications";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { Portal, type Press, type Pressed } from "./portals";

/*
 * Rule R16 on the portal's own commands, pressed in two portals at once: what is left of an import
 * certificate is never promised twice, at submission and at issue.
 */

let portals: readonly [Portal, Portal];
let owner: ExporterViewer;
let exporterId: string;
let reviewer: OfficerViewer;
let signatory: OfficerViewer;

beforeAll(async () => {
  portals = await Promise.all([Portal.start(), Portal.start()]);
  ({ owner, exporterId } = await newExporter());
  [reviewer, signatory] = [await newOfficer("reviewer"), await newOfficer("signatory")];
});
afterAll(() => Promise.all(portals.map((portal) => portal.stop())));

const account = async (carats = "100.00") =>
  (await newImportCertificate({ exporterId, carats })).id;
const drawing = (id: string, carats: string) => drawingAnswers(id, carats);
const draft = (id: string, carats: string) => newDraft(owner, exporterId, drawing(id, carats));
const by = (act: Press["act"], applicationId: string): Press => ({
  act,
  applicationId,
  userId: act === "issue" ? signatory.userId : owner.userId,
});
const blockedBy = (pressed: Pressed) =>
  pressed.ok || pressed.error !== "blocked" ? [] : pressed.findings?.map(({ rule }) => rule);
const passed = (pressed: readonly Pressed[]) => pressed.filter(({ ok }) => ok).length;

/** The same in both portals at the same moment. */
async function pressInBoth(presses: readonly Press[]): Promise<Pressed[][]> {
  const [first, second] = portals;
  const answers = await Promise.all([first.press(presses), second.press([...presses].reverse())]);
  return presses.map((_, i) =>
    [answers[0][i], answers[1][presses.length - 1 - i]].filter((each) => each !== undefined),
  );
}

// Making the applications takes most of the time.
vi.setConfig({ testTimeout: 180_000 });

describe("two portals", () => {
  it("submit what there is enough for, and tell the others by R16", async () => {
    const id = await account();
    const drafts: string[] = [];
    for (let i = 0; i < 6; i += 1) drafts.push(await draft(id, "30.00"));
    const [first, second] = portals;
    const presses = drafts.map((each) => by("submit", each));
    const answers = await Promise.all([
      first.press(presses.slice(0, 3)),
      second.press(presses.slice(3)),
    ]);
    const all = answers.flat();
    expect(passed(all)).toBe(3);
    for (const refused of all.filter(({ ok }) => !ok)) expect(blockedBy(refused)).toContain("R16");
    expect(await balanceOf(id)).toEqual({
      remaining: "10.00",
      reserved: "90.00",
      consumed: "0.00",
    });
  });

  it.each([1, 2])("submit, issue and cancel at once without a carat too much (%i)", async () => {
    const id = await account();
    const issued = await newSubmitted(owner, exporterId, drawing(id, "50.00"));
    await recommendIssue(reviewer, issued);
    const cancelled = await newSubmitted(owner, exporterId, drawing(id, "30.00"));
    const drafts = [await draft(id, "35.00"), await draft(id, "35.00")];
    const answers = await pressInBoth([
      by("issue", issued),
      by("submit", drafts[0] ?? ""),
      by("cancel", cancelled),
      by("submit", drafts[1] ?? ""),
    ]);
    const [issue = [], one = [], cancel = [], two = []] = answers;
    expect(passed(issue)).toBe(1);
    expect(passed(cancel)).toBe(1);
    // A repeated press is answered as the first one was.
    const submitted = [one, two].filter((presses) => passed(presses) > 0);
    expect(submitted.length).toBeLessThanOrEqual(1);
    for (const refused of [...one, ...two].filter(({ ok }) => !ok)) {
      expect(["blocked", "changedMeanwhile"]).toContain(refused.ok ? "" : refused.error);
    }
    const held = submitted.length === 1 ? "35.00" : "0.00";
    const left = submitted.length === 1 ? "15.00" : "50.00";
    expect(await balanceOf(id)).toEqual({ remaining: left, reserved: held, consumed: "50.00" });
    const certificates = await db().certificate.count({ where: { applicationId: issued } });
    expect(certificates).toBe(1);
    // Now that the carats are back there is enough for one of them, and never for both.
    const again = await Promise.all(drafts.map((each) => submit(owner, each)));
    expect(again.filter(({ ok }) => ok).length).toBe(1 - submitted.length);
    expect(await balanceOf(id)).toMatchObject({ remaining: "15.00", reserved: "35.00" });
  });
});

it("keeps what a returned application holds, whoever else would take it", async () => {
  const id = await account();
  const returned = await newSubmitted(owner, exporterId, drawing(id, "60.00"));
  expect(await claim(reviewer, returned)).toMatchObject({ ok: true });
  const notice = {
    requests: (["origin", "goods"] as const).map((section) => ({
      section,
      reason: "Check the mass of the first row.",
    })),
    dueOn: addDays(todayInOttawa(), 9),
  };
  expect(await returnForChanges(reviewer, returned, notice)).toMatchObject({ ok: true });
  expect(await balanceOf(id)).toMatchObject({ reserved: "60.00", remaining: "40.00" });

  const [greedy, modest] = [await draft(id, "40.01"), await draft(id, "40.00")];
  for (const refused of (await pressInBoth([by("submit", greedy)])).flat()) {
    expect(blockedBy(refused)).toContain("R16");
  }
  expect(passed((await pressInBoth([by("submit", modest)])).flat())).toBeGreaterThan(0);
  expect(await balanceOf(id)).toMatchObject({ reserved: "100.00", remaining: "0.00" });

  // Its own carats it may draw again, a hundredth more it may not.
  await answerAll(owner, returned);
  const origin = async (carats: string) => {
    const answers = drawing(id, carats);
    for (const section of ["origin", "goods"] as const) {
      const value = answers[section] ?? {};
      await saveSection(owner, returned, section, value, await versionOf(returned));
    }
  };
  await origin("60.01");
  expect(blockedBy(await submit(owner, returned))).toContain("R16");
  await origin("55.00");
  const again = await submit(owner, returned);
  expect(again).toMatchObject({ ok: true });
  expect(await balanceOf(id)).toMatchObject({ reserved: "95.00", remaining: "5.00" });
});
