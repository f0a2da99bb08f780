import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { canada } from "@/lib/reference/map/canada-2026-11-25";
import { placeOf } from "@/lib/reference/map/place";
import { frame, kilometresBetween, project } from "@/lib/reference/map/projection";
import { parseCsv } from "@/prisma/seed/reference/csv";

const mines = parseCsv(readFileSync("prisma/seed/reference/mines-2026-11-20.csv", "utf8"));

describe("the drawing", () => {
  test("north is up and west is left", () => {
    const [[, edmonton], [, calgary]] = [project(53.55, -113.49), project(51.05, -114.07)];
    expect(edmonton).toBeLessThan(calgary);
    expect(project(49.28, -123.12)[0]).toBeLessThan(project(45.5, -73.57)[0]);
  });

  test.each([
    ["Calgary to Edmonton", [51.05, -114.07], [53.55, -113.49], 281],
    ["Vancouver to St. John’s", [49.28, -123.12], [47.56, -52.71], 5033],
    ["Iqaluit to Resolute", [63.75, -68.52], [74.7, -94.83], 1570],
  ] as const)("%s is nearly as far as on the earth", (_, from, to, kilometres) => {
    const drawn = kilometresBetween(project(from[0], from[1]), project(to[0], to[1]));
    expect(Math.abs(drawn / kilometres - 1)).toBeLessThan(0.05);
  });

  test("every corner is within the frame, and the frame is filled", () => {
    const corners = Object.values(canada).flatMap((rings) =>
      rings.flatMap((ring) => ring.split(" ").map((pair) => pair.split(",").map(Number))),
    );
    const [xs, ys] = [corners.map(([x]) => x ?? NaN), corners.map(([, y]) => y ?? NaN)];
    expect([Math.min(...xs), Math.min(...ys)]).toEqual([8, 8]);
    expect(frame.width - Math.max(...xs)).toBeLessThan(10);
    expect(frame.height - Math.max(...ys)).toBeLessThan(10);
  });
});

describe("where a point is", () => {
  test.each(mines.map((mine) => [mine["name_en"], mine]))("the mine %s", (_, mine) => {
    const place = placeOf(Number(mine["latitude"]), Number(mine["longitude"]));
    expect(place).toEqual({ kind: "in", province: mine["province"] });
  });

  test.each([
    ["Red Deer", 52.27, -113.81, "AB"],
    ["Prince George", 53.92, -122.75, "BC"],
    ["Thompson", 55.74, -97.86, "MB"],
    ["Whitehorse", 60.72, -135.06, "YT"],
    ["Saskatoon", 52.13, -106.67, "SK"],
    ["Wabush Lake’s east", 53.5, -63.5, "NL"],
  ])("%s", (_, latitude, longitude, province) => {
    expect(placeOf(latitude, longitude)).toEqual({ kind: "in", province });
  });

  test("at a border it names both sides and claims neither", () => {
    // Lloydminster, and the corner of four.
    expect(placeOf(53.28, -110.0)).toEqual({ kind: "near", provinces: ["AB", "SK"] });
    expect(placeOf(60, -102)).toEqual({ kind: "near", provinces: ["MB", "NT", "NU", "SK"] });
  });

  test.each([
    ["Fairbanks", 64.84, -147.72],
    ["New York", 40.71, -74.01],
    ["the middle of Hudson Bay", 60, -86],
    ["Nuuk", 64.18, -51.72],
    ["the pole", 90, 0],
    ["the other side of the earth", -64.5, 69.7],
  ])("%s is outside", (_, latitude, longitude) => {
    expect(placeOf(latitude, longitude)).toEqual({ kind: "outside" });
  });
});
