import { describe, expect, it } from "vitest";
import { ApplicationStatus } from "@/prisma/generated/enums";
import { movesFor, shownToExporter, transitions, type Move, type MoveBy } from "./status";

const statuses = Object.values(ApplicationStatus);
const all = Object.entries(transitions) as [Move, (typeof transitions)[Move]][];
const targets = (to: string | readonly string[]) => (typeof to === "string" ? [to] : to);

describe("the life of an application", () => {
  it("reaches every status from a draft", () => {
    const reached = new Set<string>(["draft"]);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const [, t] of all) {
        if (t.from.some((s) => reached.has(s))) targets(t.to).forEach((s) => reached.add(s));
      }
    }
    expect([...reached].sort()).toEqual([...statuses].sort());
  });

  it("leaves issued, rejected and cancelled for nothing else", () => {
    for (const status of ["issued", "rejected", "cancelled"] as const) {
      expect(all.filter(([, t]) => (t.from as readonly string[]).includes(status))).toEqual([]);
    }
  });

  it("issues and rejects only by a signatory, and never straight from a review", () => {
    expect(transitions.issue).toMatchObject({ by: "signatory", from: ["recommended"] });
    expect(transitions.reject).toMatchObject({ by: "signatory", from: ["recommended"] });
    expect(movesFor("reviewer", "recommended")).toEqual(["acceptWithdrawal"]);
  });

  it.each([
    ["exporter", "draft", ["submit", "cancel"]],
    ["exporter", "submitted", ["pullBack", "cancel"]],
    ["exporter", "in_review", []],
    ["exporter", "returned", ["submit", "cancel"]],
    ["reviewer", "submitted", ["beginReview"]],
    ["reviewer", "in_review", ["returnForChanges", "recommend", "acceptWithdrawal"]],
    ["reviewer", "returned", ["extend", "recommend"]],
    ["signatory", "recommended", ["sendBack", "issue", "reject"]],
    ["signatory", "in_review", []],
  ] as const)("offers the %s in %s: %j", (role, status, moves) => {
    expect(movesFor(role, status)).toEqual(moves);
  });

  it("does not compile a move of another role", () => {
    const byExporter = (move: MoveBy<"exporter">) => move;
    // @ts-expect-error only a reviewer recommends
    byExporter("recommend");
    expect(byExporter("submit")).toBe("submit");
  });

  it("never shows the exporter that a recommendation exists", () => {
    expect(statuses.map(shownToExporter)).not.toContain("recommended");
  });
});
