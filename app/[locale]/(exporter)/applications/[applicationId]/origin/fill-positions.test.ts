import { expect, test } from "vitest";
import { fillPositions } from "./fill-positions";

function press(intent: string, position: string, more: Record<string, string> = {}) {
  const formData = new FormData();
  const fields = { intent, "origins[1].position": position, "origins[1].carats": "3", ...more };
  for (const [name, value] of Object.entries(fields)) formData.append(name, value);
  const { formData: filled, problems } = fillPositions(formData);
  return { fields: Object.fromEntries(filled), problems };
}

const point = {
  "origins[1].latitude.degrees": "64",
  "origins[1].latitude.minutes": "30.5",
  "origins[1].longitude.degrees": "110",
  "origins[1].longitude.minutes": "18",
};

test.each(["position:1", "position:0", "next", "draft", "add:exploration"])(
  "%s puts a readable position into the row, and keeps the rest",
  (intent) => {
    const old = { "origins[1].latitude.degrees": "1" };
    expect(press(intent, "64 30,5 N 110 18 O", old)).toEqual({
      fields: { intent, "origins[1].carats": "3", ...point },
      problems: [],
    });
  },
);

test("the other language shows everything as it was typed", () => {
  expect(press("language", "64 30 N 110 18 O").fields).toMatchObject({
    "origins[1].position": "64 30 N 110 18 O",
  });
});

test("what cannot be read is kept, and said where it matters", () => {
  const unreadable = { field: "origins[1].position", key: "origin.position.unreadable" };
  expect(press("position:1", "near the lake")).toMatchObject({
    fields: { "origins[1].position": "near the lake" },
    problems: [{ ...unreadable, params: { row: 2 } }],
  });
  expect(press("position:1", "").problems).toMatchObject([unreadable]);
  expect(press("next", "64 S 110 W").problems).toMatchObject([
    { ...unreadable, key: "origin.position.elsewhere" },
  ]);
  expect(press("draft", "near the lake").problems).toEqual([]);
  expect(press("next", " ").problems).toEqual([]);
});

test("a position that is sent many times is read once", () => {
  const formData = new FormData();
  formData.append("intent", "draft");
  for (let i = 0; i < 10_000; i += 1) formData.append("origins[1].position", "64 30,5 N 110 18 O");
  const began = performance.now();
  const { formData: filled } = fillPositions(formData);
  expect(Object.fromEntries(filled)).toEqual({ intent: "draft", ...point });
  expect(performance.now() - began).toBeLessThan(2000);
});
