import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  carried,
  placeIn,
  printQueue,
  queueFilter,
  queueSorts,
  queueStates,
  readQueue,
  viewOf,
} from "./queue-filter";

const id = "0a0e5c1e-0000-4000-8000-000000000001";

describe("the address of the queue", () => {
  it("says what is asked for, in one way, and nothing that goes without saying", () => {
    expect(printQueue(readQueue(""))).toBe("");
    expect(printQueue(readQueue("sort=due.asc&officer=anyone&state=open&text="))).toBe("");
    const said =
      "state=submitted&officer=nobody&exporter=Taiga&destination=IN&category=exploration" +
      "&subheading=7102.31&risk=high&age=businessDay&text=0042&sort=usd.desc";
    const turned = said.split("&").reverse().join("&");
    expect(printQueue(readQueue(turned))).toBe(printQueue(readQueue(said)));
    expect(new Set(printQueue(readQueue(said)).split("&"))).toEqual(new Set(said.split("&")));
    expect(printQueue(readQueue(`officer=${id}&exporterId=${id}`))).toContain(id);
  });

  it("puts what is open by its day and what is closed by the newest", () => {
    expect(readQueue("").sort).toBe("due.asc");
    expect(readQueue("state=closed").sort).toBe("received.desc");
    expect(printQueue(readQueue("state=closed&sort=due.asc"))).toBe("state=closed&sort=due.asc");
  });

  it("takes what cannot be understood for not said", () => {
    const nonsense = {
      state: "nowhere",
      officer: ["me"],
      exporterId: "7",
      destination: "<b>",
      category: "gold",
      subheading: "7102.39",
      risk: "none",
      age: "old",
      sort: "due",
      after: "x".repeat(201),
      text: "\0",
    };
    expect(printQueue(queueFilter.parse(nonsense))).toBe("");
  });

  it("reads what it prints, whatever it was given", () => {
    const some = (...values: string[]) => fc.oneof(fc.constantFrom("", ...values), fc.string());
    const query = fc.record({
      state: some(...queueStates),
      officer: some("me", "nobody", id),
      exporter: fc.string(),
      text: fc.string(),
      sort: some(...queueSorts),
      after: fc.string(),
    });
    fc.assert(
      fc.property(query, (given) => {
        const filter = queueFilter.parse(given);
        expect(readQueue(printQueue(filter))).toEqual(filter);
      }),
    );
  });
});

describe("the place that is carried along", () => {
  it("comes back as it was, its page too", () => {
    const place = queueFilter.parse({ text: "Écluse & fils", after: `2026-11-26~${id}` });
    const { from = "" } = carried(place);
    const address = `/fr/bureau/examen/7?${new URLSearchParams({ from }).toString()}`;
    expect(placeIn(address)).toEqual(place);
    expect(viewOf(place)).toEqual(queueFilter.parse({ text: "Écluse & fils" }));
    expect(carried(readQueue(""))).toEqual({});
  });

  it.each([
    "https://evil.example/?from=https://evil.example",
    "//evil.example",
    "?from=//x",
    "",
    "%",
  ])("leads nowhere but into the queue: %s", (address) => {
    expect(printQueue(placeIn(address))).toBe("");
  });
});
