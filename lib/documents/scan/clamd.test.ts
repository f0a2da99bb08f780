import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startClamd } from "@/tests/stand-ins/clamd";
import { eicar } from "@/tests/stand-ins/eicar";
import { askVersion, scan } from "./clamd";

let clamd: Awaited<ReturnType<typeof startClamd>>;
beforeAll(async () => {
  clamd = await startClamd();
});
beforeEach(() => {
  clamd.behave({ kind: "scans" });
  clamd.received.length = 0;
});
afterAll(() => clamd.stop());

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    await Promise.resolve();
    yield typeof part === "string" ? Buffer.from(part) : part;
  }
}
const megabytes = (count: number) => chunks(...Array.from({ length: count }, () => mega));
const mega = new Uint8Array(1 << 20).fill(7);

it("sends every byte, empty chunks or not, and takes OK for clean", async () => {
  expect(await scan(clamd.at(), chunks("rough", "", " diamonds"))).toEqual({ kind: "clean" });
  expect(clamd.received.map(String)).toEqual(["rough diamonds"]);
  expect(await scan(clamd.at(), megabytes(15))).toEqual({ kind: "clean" });
  expect(clamd.received[1]).toHaveLength(15 << 20);
});

it("says what the scanner calls what it found", async () => {
  expect(await scan(clamd.at(), chunks(eicar))).toEqual({
    kind: "infected",
    threat: "Eicar-Signature",
  });
});

it("does not take a refusal of the size for a judgement, however early it comes", async () => {
  clamd.behave({ kind: "takesAtMost", bytes: 100_000 });
  expect(await scan(clamd.at(), megabytes(1))).toEqual({ kind: "tooLarge" });
});

describe("trusts nothing but an exact OK", () => {
  it.each([
    "stream: OK",
    "stream: OK\n",
    "OK\0",
    "stream: OK\0\0",
    "stream: OK\0stream: Eicar FOUND\0",
    " stream: OK\0",
    "stream: ok\0",
    "stream: Some NAME FOUN",
    "stream:  FOUND\0",
    "stream: \x1b[2J FOUND\0",
    "INSTREAM: Can't allocate memory ERROR\0",
    "UNKNOWN COMMAND\0",
    "",
    "\0",
  ])("nor %j", async (text) => {
    clamd.behave({ kind: "answers", text });
    expect(await scan(clamd.at(), chunks("rough diamonds"))).toMatchObject({ kind: "away" });
  });

  it("nor an OK before everything was sent", async () => {
    clamd.behave({ kind: "answersAtOnce", text: "stream: OK\0" });
    expect(await scan(clamd.at(), megabytes(15))).toMatchObject({ kind: "away" });
  });

  it("nor an endless answer", async () => {
    clamd.behave({ kind: "answers", text: "stream: ".padEnd(100_000, "x") });
    expect(await scan(clamd.at(), chunks("x"))).toEqual({
      kind: "away",
      reason: "an endless answer",
    });
  });
});

it("is left waiting by a scanner that hangs, closes midway or is not there", async () => {
  clamd.behave({ kind: "hangs" });
  const hung = await scan(clamd.at(1), megabytes(15));
  expect(hung).toEqual({ kind: "away", reason: "no answer in time" });
  clamd.behave({ kind: "closesMidway", bytes: 100_000 });
  expect(await scan(clamd.at(), megabytes(15))).toMatchObject({ kind: "away" });
  const gone = await startClamd();
  await gone.stop();
  const refused = await scan(gone.at(), megabytes(15));
  expect(refused.kind === "away" && refused.reason).toContain("ECONNREFUSED");
  expect(await scan({ host: "scanner.invalid", port: 1, seconds: 1 }, chunks("x"))).toMatchObject({
    kind: "away",
  });
});

it("never calls clean what could not be read to its end", async () => {
  const broken = async function* () {
    yield* chunks("rough");
    throw new Error("the disk is gone");
  };
  await expect(scan(clamd.at(), broken())).rejects.toThrow("the disk is gone");
  expect(clamd.received).toEqual([]);
});

it("reads version and age of the signatures, and whether there are any", async () => {
  expect(await askVersion(clamd.at())).toEqual({ engine: "ClamAV 1.4.6", signatures: null });
  clamd.say("ClamAV 1.4.6/27832/Tue Nov 24 09:30:12 2026");
  expect(await askVersion(clamd.at())).toEqual({
    engine: "ClamAV 1.4.6",
    signatures: { number: 27832, issuedAt: new Date("2026-11-24T09:30:12Z") },
  });
  for (const nonsense of ["ClamAV", "nginx/1.2", "ClamAV 1.4.6/27832"]) {
    clamd.say(nonsense);
    expect(await askVersion(clamd.at())).toBeNull();
  }
  clamd.behave({ kind: "hangs" });
  expect(await askVersion(clamd.at(1))).toBeNull();
});
