import { randomInt } from "node:crypto";
import { confirmChange } from "@/lib/amendments/commands/decide";
import { proposeChange, proposeNew, type Proposal } from "@/lib/amendments/commands/propose";
import type { Row } from "@/lib/amendments/row";
import { listRows } from "@/lib/amendments/queries/rows";
import { seenOf } from "@/lib/amendments/seen";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { ReferenceKind } from "@/prisma/generated/enums";
import { asOwner } from "@/tests/factories/owner";
import { newOfficer } from "@/tests/factories/people";

export const why = { source: "SOR/2026-999", reason: "The order says so." };

/** A participant that is nobody else's, by a code that no test shares. */
export const participant = (code: string, changes: Row = {}): Row => ({
  code,
  nameEn: `Land ${code}`,
  nameFr: `Pays ${code}`,
  scheduleFrom: null,
  scheduleTo: null,
  note: null,
  ...changes,
});

/** A code that no participant has. */
export async function freeCode(): Promise<string> {
  const taken = await listRows("participants");
  const letters = "QWXZYVUTSR".split("");
  const codes = letters.flatMap((a) => "QWXZJKVUTSR".split("").map((b) => a + b));
  const free = codes.filter((code) => !taken.has(code));
  // Not the first one: another process may be about to take that.
  const one = free[randomInt(Math.max(free.length, 1))];
  if (!one) throw new Error("no code is left");
  return one;
}

/** A mine that nobody mines. */
export const mine = (code: string): Row => ({
  code,
  nameEn: `Mine ${code}`,
  nameFr: `Mine de ${code}`,
  province: "NT",
  operator: "Essai",
  opened: "2001",
  closed: null,
  status: "operating",
  statusNote: null,
  latitude: "64.00000",
  longitude: "-110.00000",
});

export async function rowOf(kind: ReferenceKind, key: string): Promise<Row> {
  const row = (await listRows(kind)).get(key);
  if (!row) throw new Error(`no ${kind} ${key}`);
  return row;
}

/** Proposes how a row is to be, and answers with the change. */
export async function proposedChange(
  viewer: OfficerViewer,
  kind: ReferenceKind,
  key: string,
  changes: Row,
  proposal: Partial<Proposal> = {},
): Promise<string> {
  const before = await rowOf(kind, key);
  const row = { ...before, ...changes };
  const all = { ...why, ...proposal, row, seen: seenOf(before) };
  const proposed = await proposeChange(viewer, kind, key, all);
  if (!proposed.ok) throw new Error(JSON.stringify(proposed));
  return proposed.value.changeId;
}

/** A row is otherwise from a day on, by the word of two administrators. */
export async function changedRow(
  kind: ReferenceKind,
  key: string,
  changes: Row,
  proposal: Partial<Proposal> = {},
): Promise<string> {
  const [one, other] = [await newOfficer("administrator"), await newOfficer("administrator")];
  const changeId = await proposedChange(one, kind, key, changes, proposal);
  const confirmed = await confirmChange(other, changeId);
  if (!confirmed.ok) throw new Error(confirmed.error);
  return changeId;
}

/** A new row, by the word of two administrators. */
export async function addedRow(
  kind: ReferenceKind,
  row: Row,
  proposal: Partial<Proposal> = {},
): Promise<string> {
  const [one, other] = [await newOfficer("administrator"), await newOfficer("administrator")];
  const proposed = await proposeNew(one, kind, row, { ...why, ...proposal });
  if (!proposed.ok) throw new Error(JSON.stringify(proposed));
  const { changeId } = proposed.value;
  const confirmed = await confirmChange(other, changeId);
  if (!confirmed.ok) throw new Error(confirmed.error);
  return changeId;
}

/** With a mailbox of a participant's authority, as two administrators would have put it there. */
export async function withMailbox(
  code: string,
  mailbox: string,
  work: () => Promise<void>,
): Promise<void> {
  const set = (value: string | null) =>
    asOwner('UPDATE "Participant" SET mailbox = $2 WHERE code = $1', [code, value]);
  await set(mailbox);
  try {
    await work();
  } finally {
    await set(null);
  }
}
