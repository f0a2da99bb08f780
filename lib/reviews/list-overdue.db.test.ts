import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { setClock } from "@/lib/clock";
import { claim } from "@/lib/reviews/commands/claim";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { listOverdue, overdueFilter, type OverdueList } from "@/lib/reviews/queries/list-overdue";
import { newSubmitted } from "@/tests/factories/applications";
import { asOwner } from "@/tests/factories/owner";
import { newExporter, newOfficer } from "@/tests/factories/people";

let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  nora = await newOfficer("reviewer");
});
afterEach(() => {
  setClock(null);
});

const at = (local: string) => {
  setClock(new Date(`2026-11-${local}:00-05:00`));
};
const list = (name: OverdueList, after = "") =>
  listOverdue(nora, overdueFilter.parse({ list: name, after }));

describe("the overdue list", () => {
  it("says what is late, due today and unanswered, by how much in working time, and who holds it", async () => {
    at("20T14:00"); // a Friday
    const late = await newSubmitted(owner, exporterId);
    const returned = await newSubmitted(owner, exporterId);
    await claim(nora, late);
    await claim(nora, returned);
    const requests = [{ section: "goods" as const, field: "", reason: "Which is right?" }];
    await returnForChanges(nora, returned, { requests, dueOn: "2026-11-23" });
    at("23T15:10");
    const today = await newSubmitted(owner, exporterId);
    // Tuesday: the first was promised for Monday 14:00, the last is for 15:10.
    at("24T09:30");
    const found = {
      late: await list("late"),
      today: await list("today"),
      answers: await list("answers"),
    };
    expect(found.late.rows).toMatchObject([
      { id: late, by: 120 + 90, mine: true, withUs: 480 + 210 },
    ]);
    expect(found.today.rows).toMatchObject([{ id: today, by: 340, mine: false, holderName: null }]);
    // The exporter had all of Monday.
    expect(found.answers.rows).toMatchObject([{ id: returned, by: 90, answerDueOn: "2026-11-23" }]);
    expect(found.late.counts).toEqual({ late: 1, today: 1, answers: 1 });
    at("24T15:10");
    expect((await list("today")).rows).toMatchObject([{ id: today, by: 0 }]);
    at("24T15:11");
    expect((await list("late")).counts).toEqual({ late: 2, today: 0, answers: 1 });
  });

  it("is read page by page, each file once, and bears any address", async () => {
    at("25T09:00");
    const { rows } = await asOwner(
      `WITH made AS (
         INSERT INTO "Application" (id, number, "exporterId", status, answers, "creationToken", "createdById", "updatedAt",
           "submissionVersion", "submittedAt", "dueAt")
         SELECT gen_random_uuid(), 'KPO-2020-' || (1000 + i), $1, 'submitted', '{}', gen_random_uuid(), $2, now(), 1,
           '2026-11-25T14:00Z', '2026-11-26T14:00Z' FROM generate_series(1, 60) AS i RETURNING id, "submittedAt")
       INSERT INTO "ClockInterval" ("applicationId", side, "from") SELECT id, 'office', "submittedAt" FROM made
       RETURNING "applicationId" AS id`,
      [exporterId, owner.userId],
    );
    const ids = (rows as { id: string }[]).map(({ id }) => id);
    at("27T09:00");
    const seen: string[] = [];
    let after = "";
    for (let page = 0; page < 4; page++) {
      const found = await list("late", after);
      seen.push(...found.rows.map(({ id }) => id));
      if (!found.next) break;
      after = found.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    for (const id of ids) expect(seen).toContain(id);
    for (const odd of ["~", "+275760-09-13T00:00:00.000Z~x", "2026-11-27T00:00:00Z~nobody"]) {
      expect((await list("late", odd)).rows).toHaveLength(25);
    }
    expect(overdueFilter.parse({ list: "nowhere", after: ["a"] })).toEqual({
      list: "late",
      after: "",
    });
  });
});
