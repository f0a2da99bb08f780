import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statusEntries } from "./entries";
import { bitsOf, issuerOf, listLength, purposes, type Purpose } from "./lists";
import { ageOf, bitOf, messageOf, readList } from "./read-list";
import { encodeList } from "./signed-list";

const payload = (purpose: Purpose, encodedList: string) => ({
  validFrom: "2026-12-03T12:15:00.000Z",
  credentialSubject: { type: "BitstringStatusList", statusPurpose: purpose, encodedList },
});
const read = async (purpose: Purpose, encodedList: string) => {
  const list = await readList(payload(purpose, encodedList), purpose);
  if (!list) throw new Error("no list");
  return list;
};

describe("a status list", () => {
  it("reads the example of the specification", async () => {
    const empty = await readList(
      payload(
        "revocation",
        "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA",
      ),
      "revocation",
    );
    expect(empty?.bytes.length).toBe(16 * 1024);
    expect(empty?.bytes.every((byte) => byte === 0)).toBe(true);
  });

  it("has its first place in the leftmost bit", async () => {
    const one = await read(
      "revocation",
      encodeList("revocation", [
        [0, 1],
        [9, 1],
      ]),
    );
    expect([...one.bytes.subarray(0, 2)]).toEqual([0b1000_0000, 0b0100_0000]);
    const two = await read(
      "message",
      encodeList("message", [
        [0, 2],
        [1, 1],
        [2, 6],
        [5, 5],
        [7, 4],
        [8, 3],
        [9, 7],
      ]),
    );
    expect([...two.bytes.subarray(0, 4)]).toEqual([
      0b0100_0111, 0b0000_0001, 0b0100_0100, 0b0111_1100,
    ]);
    expect([0, 1, 2, 3, 5, 7, 8, 9].map((index) => messageOf(two, index))).toEqual([
      "underInquiry",
      "received",
      "surrendered",
      "live",
      "replaced",
      "invalidated",
      "lost",
      null,
    ]);
  });

  it.each(purposes)("gives back whatever was set in %s, and 0 elsewhere", async (purpose) => {
    const set = fc.uniqueArray(
      fc.tuple(fc.nat(listLength - 1), fc.integer({ min: 1, max: 2 ** bitsOf[purpose] - 1 })),
      { selector: ([index]) => index, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(set, fc.nat(listLength - 1), async (said, other) => {
        const list = await read(purpose, encodeList(purpose, said));
        for (const [index, bits] of said) expect(bitOf(list, index)).toBe(bits);
        if (!said.some(([index]) => index === other)) expect(bitOf(list, other)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("knows of no place beyond its end", async () => {
    const list = await read("message", encodeList("message", [[listLength - 1, 5]]));
    expect(bitOf(list, listLength - 1)).toBe(5);
    for (const index of [listLength, -1, 0.5, Number.NaN]) expect(bitOf(list, index)).toBe(null);
  });

  it("is none of another purpose, of another length, or unpacked without end", async () => {
    const right = encodeList("revocation", []);
    const packed = (bytes: number) => `u${gzipSync(Buffer.alloc(bytes)).toString("base64url")}`;
    expect(await readList(payload("message", right), "revocation")).toBe(null);
    for (const wrong of [
      right.slice(1),
      packed(16_383),
      packed(16_385),
      packed(2 ** 27),
      "uAAAA",
      "u",
      "u%",
    ])
      expect(await readList(payload("revocation", wrong), "revocation")).toBe(null);
    for (const wrong of [null, "x", {}, { validFrom: "soon", credentialSubject: null }])
      expect(await readList(wrong, "revocation")).toBe(null);
  });

  it("says its age", async () => {
    const list = await read("revocation", encodeList("revocation", []));
    const at = (time: string) => ageOf(list, new Date(`2026-12-03T${time}Z`));
    expect(at("12:30:00")).toEqual({ ms: 900_000, stale: false });
    expect(at("12:30:01")).toEqual({ ms: 901_000, stale: true });
    expect(at("12:10:00").ms).toBeLessThan(0);
  });
});

it("is named by a certificate's credential", () => {
  expect(issuerOf("http://localhost:3000")).toBe("did:web:localhost%3A3000");
  expect(statusEntries("https://permits.example.ca", 94_567)).toEqual([
    {
      id: "https://permits.example.ca/status/revocation#94567",
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: "94567",
      statusListCredential: "https://permits.example.ca/status/revocation",
    },
    {
      id: "https://permits.example.ca/status/message#94567",
      type: "BitstringStatusListEntry",
      statusPurpose: "message",
      statusListIndex: "94567",
      statusListCredential: "https://permits.example.ca/status/message",
      statusSize: 3,
      statusMessage: [
        { status: "0x0", message: "live" },
        { status: "0x1", message: "received" },
        { status: "0x2", message: "underInquiry" },
        { status: "0x3", message: "lost" },
        { status: "0x4", message: "invalidated" },
        { status: "0x5", message: "replaced" },
        { status: "0x6", message: "surrendered" },
        { status: "0x7", message: "reserved" },
      ],
    },
  ]);
});
