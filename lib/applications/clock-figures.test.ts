import { describe, expect, it } from "vitest";
import { clockOf } from "@/lib/applications/clock-figures";
import { promisedBy } from "@/lib/reference/working-time";
import { readReferenceFiles } from "@/prisma/seed/reference/files";
import type { ClockSide } from "@/prisma/generated/enums";

const calendar = readReferenceFiles();
const at = (local: string) => new Date(`2026-11-${local}:00-05:00`);
const turn = (side: ClockSide, from: string, until?: string) => ({
  side,
  from: at(from),
  until: until ? at(until) : null,
});
const figures = (clock: ReturnType<typeof turn>[], now: string) => {
  const last = clock.filter(({ side }) => side === "office").at(-1);
  const dueAt = last ? promisedBy(last.from, calendar) : null;
  return clockOf({ clock, dueAt }, at(now), calendar);
};

describe("the clock of an application", () => {
  it("does not run for a draft", () => {
    expect(figures([], "23T10:00")).toMatchObject({
      running: null,
      withOffice: 0,
      withExporter: 0,
      daysWithExporter: 0,
      promisedAt: null,
      stoppedAt: null,
      late: false,
    });
  });

  it("counts what the office has used of one business day, and what is left", () => {
    // Friday 14:00, looked at on Monday 9:20.
    const seen = figures([turn("office", "20T14:00")], "23T09:20");
    expect(seen).toMatchObject({ running: "office", withOffice: 200, left: 280, lateBy: 0 });
    expect(seen).toMatchObject({ promisedAt: at("23T14:00"), late: false, stoppedAt: null });
  });

  it("says by how much the promise is broken", () => {
    const seen = figures([turn("office", "23T09:00")], "24T10:30");
    expect(seen).toMatchObject({ late: true, left: 0, lateBy: 90, withOffice: 570 });
  });

  it("stands for the office while the exporter answers, over nights and the weekend", () => {
    const turns = [turn("office", "19T10:00", "19T13:20"), turn("exporter", "19T13:20")];
    const seen = figures(turns, "23T09:00");
    expect(seen).toMatchObject({ running: "exporter", withOffice: 200, daysWithExporter: 4 });
    expect(seen).toMatchObject({ withExporter: 160 + 480 + 60, promisedAt: null, left: 0 });
    expect(seen.stoppedAt).toEqual(at("19T13:20"));
  });

  it("adds up all turns of a side, and begins a new business day after an answer", () => {
    const turns = [
      turn("office", "16T10:00", "16T11:00"),
      turn("exporter", "16T11:00", "18T09:00"),
      turn("office", "18T09:00"),
    ];
    const seen = figures(turns, "18T10:30");
    expect(seen).toMatchObject({ withOffice: 150, daysWithExporter: 2, left: 390, late: false });
  });

  it("is the same for ever once it has ended", () => {
    const turns = [turn("office", "16T10:00", "16T11:00")];
    const seen = figures(turns, "16T11:00");
    expect(figures(turns, "30T11:00")).toEqual(seen);
    expect(seen).toMatchObject({ running: null, withOffice: 60, late: false, promisedAt: null });
  });
});
