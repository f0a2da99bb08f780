import { expect, it } from "vitest";
import { mayAct, stepOf } from "./arrival-step";

const at = new Date("2026-11-25T12:00:00Z");
const person = {
  firstName: "Maya",
  lastName: "Okafor",
  confirmed: true,
  accepted: { version: 2, acceptedAt: new Date("2026-03-01T12:00:00Z") },
};
const ago = (instant: string) => ({ version: 2, acceptedAt: new Date(instant) });
const terms = { version: 2 };
const no = () => Promise.resolve(false);
const yes = () => Promise.resolve(true);

it("is over for somebody who accepted, is named and is written to", async () => {
  expect(await stepOf(person, terms, at, no)).toBeNull();
});

it.each([
  ["nothing was accepted", { accepted: null }, terms, "terms"],
  ["a newer version holds", {}, { version: 3 }, "terms"],
  ["an older version holds again", {}, { version: 1 }, null],
  ["a year has passed", { accepted: ago("2025-11-25T12:00:00Z") }, terms, "terms"],
  ["a year has not quite passed", { accepted: ago("2025-11-25T12:00:01Z") }, terms, null],
  ["there are no terms", { accepted: null }, null, null],
  ["there is no first name", { firstName: "" }, terms, "profile"],
  ["there is no last name", { lastName: "" }, terms, "profile"],
  ["the address is not proved", { confirmed: false }, terms, "profile"],
  ["terms come first", { accepted: null, confirmed: false, lastName: "" }, terms, "terms"],
] as const)("%s", async (_why, changes, holding, step) => {
  expect(await stepOf({ ...person, ...changes }, holding, at, no)).toBe(step);
});

it("waits for the press on a link that was sent", async () => {
  expect(await stepOf({ ...person, confirmed: false }, terms, at, yes)).toBe("email");
});

it.each([
  ["accepted an older version", {}, { version: 3 }, true],
  ["accepted more than a year ago", { accepted: ago("2024-01-01T00:00:00Z") }, terms, true],
  ["never accepted any", { accepted: null }, terms, false],
  ["had none to accept", { accepted: null }, null, true],
  ["has no proved address", { confirmed: false }, terms, false],
  ["has no name", { firstName: "" }, terms, false],
] as const)("whoever %s may act: %#", (_who, changes, holding, may) => {
  expect(mayAct({ ...person, ...changes }, holding)).toBe(may);
});

/** The screens from a sign-in to the first page of the portal, each answered as it asks. */
async function screensOf(somebody: typeof person | typeof nobody) {
  const answers = {
    terms: { accepted: { version: 2, acceptedAt: at } },
    profile: { firstName: "Maya", lastName: "Okafor" },
    email: { confirmed: true },
  };
  const screens: string[] = [];
  let now: Parameters<typeof stepOf>[0] = somebody;
  for (;;) {
    const sent = () => Promise.resolve(screens.includes("profile"));
    const step = await stepOf(now, terms, at, sent);
    if (!step) return screens;
    screens.push(step);
    now = { ...now, ...answers[step] };
  }
}
const nobody = { firstName: "", lastName: "", confirmed: false, accepted: null };

it("takes three screens the first time, the second asks already, and none after", async () => {
  expect(await screensOf(nobody)).toEqual(["terms", "profile", "email"]);
  expect(await screensOf(person)).toEqual([]);
});
