import { describe, expect, it } from "vitest";
import { withClient } from "../postgres/roles";
import { demonstrationIn, loadedFingerprint, markLoaded } from "./loaded";

const ownerUrl = process.env["DATABASE_OWNER_URL"] ?? "";
const add = (firstName: string, demonstration: boolean) =>
  withClient(ownerUrl, (client) =>
    client.query(
      `INSERT INTO "User" (id, "firstName", "lastName", demonstration) VALUES (gen_random_uuid(), $1, 'Example', $2)`,
      [firstName, demonstration],
    ),
  );

describe("what was loaded into a database", () => {
  it("is remembered with its state", async () => {
    expect(await loadedFingerprint(ownerUrl, "reference data")).toBeUndefined();
    await markLoaded(ownerUrl, "reference data", "a");
    await markLoaded(ownerUrl, "reference data", "b");
    expect(await loadedFingerprint(ownerUrl, "reference data")).toBe("b");
  });

  it("tells the demonstration from everybody else", async () => {
    expect(await demonstrationIn(ownerUrl)).toEqual({ people: [], data: false, others: false });
    await add("Zoe", true);
    expect(await demonstrationIn(ownerUrl)).toEqual({
      people: ["Zoe Example"],
      data: false,
      others: false,
    });
    await add("Real", false);
    await markLoaded(ownerUrl, "demonstration data", "x");
    expect(await demonstrationIn(ownerUrl)).toEqual({
      people: ["Zoe Example"],
      data: true,
      others: true,
    });
  });
});
