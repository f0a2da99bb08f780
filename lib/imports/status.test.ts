import { describe, expect, it } from "vitest";
import { AnnouncementStatus } from "@/prisma/generated/enums";
import { announcementMoves, announcementMovesFor, isAnnouncementOpen } from "./status";

const statuses = Object.values(AnnouncementStatus);
const all = Object.values(announcementMoves);

describe("the life of an announced import", () => {
  it("reaches every status from a draft", () => {
    const reached = new Set<string>(["draft"]);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const { from, to } of all) if (from.some((s) => reached.has(s))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...statuses].sort());
  });

  it("leaves registered, declined and withdrawn for nothing else", () => {
    const ended = statuses.filter((s) =>
      all.every(({ from }) => !(from as readonly string[]).includes(s)),
    );
    expect(ended.sort()).toEqual(["declined", "registered", "withdrawn"]);
  });

  it.each([
    ["exporter", "draft", ["send", "withdraw"]],
    ["exporter", "sent", ["withdraw"]],
    ["exporter", "returned", ["send", "withdraw"]],
    ["exporter", "registered", []],
    ["reviewer", "draft", []],
    ["reviewer", "sent", ["returnToExporter", "decline", "register"]],
    ["reviewer", "returned", []],
  ] as const)("offers the %s in %s: %j", (role, status, moves) => {
    expect(announcementMovesFor(role, status)).toEqual(moves);
  });

  it("is open to changes exactly where it can be sent", () => {
    for (const status of statuses) {
      expect(isAnnouncementOpen(status)).toBe(
        announcementMovesFor("exporter", status).includes("send"),
      );
    }
  });
});
