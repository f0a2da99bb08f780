import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  entryColumns,
  hashOfEntry,
  headOf,
  noHead,
  rowsHasher,
  type EntryTexts,
} from "./canonical";

const entry: EntryTexts = {
  id: "17",
  at: "2026-11-26T04:24:20.12",
  kind: "document.read",
  actorId: "0199f0aa-0000-7000-8000-000000000001",
  actorRole: "officer",
  exporterId: null,
  applicationId: "0199f0aa-0000-7000-8000-000000000002",
  certificateId: null,
  announcementId: null,
  importCertificateId: null,
  personId: null,
  data: '{"page": 2, "documentId": "0199f0aa-0000-7000-8000-000000000003"}',
};
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("the bytes of an entry", () => {
  it("are those that docs/audit.md shows", () => {
    const written =
      '["kp-audit-entry-1","17","2026-11-26T04:24:20.12","document.read","0199f0aa-0000-7000-8000-000000000001","officer",null,"0199f0aa-0000-7000-8000-000000000002",null,null,null,null,"{\\"page\\": 2, \\"documentId\\": \\"0199f0aa-0000-7000-8000-000000000003\\"}"]';
    expect(hashOfEntry(entry).toString("hex")).toBe(sha256(written));
  });

  it("differ whenever a column does, also between nothing, an empty text and the word null", () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.constantFrom("", "null", '","', "\\"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...entryColumns), value, (name, other) => {
        const changed = hashOfEntry({ ...entry, [name]: other });
        expect(changed.equals(hashOfEntry(entry))).toBe(entry[name] === other);
      }),
    );
  });

  it("do not flow from one column into the next", () => {
    const moved = { ...entry, kind: "document.read0199", actorId: "f0aa" };
    expect(
      hashOfEntry(moved).equals(
        hashOfEntry({ ...moved, kind: "document.read", actorId: "0199f0aa" }),
      ),
    ).toBe(false);
  });
});

describe("the head of a batch", () => {
  const batch = {
    id: "1",
    firstEventId: "17",
    lastEventId: "17",
    entries: "1",
    total: "1",
    settledId: "17",
    rowsHash: "a".repeat(64),
    previousHead: noHead,
    sealedAt: "2026-11-26T04:24:25",
  };

  it("is made of everything that the batch says", () => {
    expect(headOf(batch)).toBe(
      sha256(
        `["kp-audit-batch-1","1","17","17","1","1","17","2026-11-26T04:24:25","${"a".repeat(64)}","${noHead}"]`,
      ),
    );
    for (const name of Object.keys(batch)) {
      expect(headOf({ ...batch, [name]: "2" }), name).not.toBe(headOf(batch));
    }
  });

  it("depends on the order of its entries", () => {
    const over = (...hashes: string[]) => {
      const rows = rowsHasher();
      for (const hash of hashes) rows.add(Buffer.from(hash));
      return rows.hex();
    };
    expect(over("one", "two")).not.toBe(over("two", "one"));
  });
});
