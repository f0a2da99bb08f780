import { statementsOf } from "@/tests/statements";
import { afterEach, beforeEach, expect, it } from "vitest";
import { dateInOttawa, setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { findAccessRequest, listAccessRequests } from "@/lib/exporters/queries/access-requests";
import { findRepresentatives } from "@/lib/exporters/queries/representatives";
import {
  exporterViewer,
  newExporter,
  newPerson,
  newRepresentative,
} from "@/tests/factories/people";
import { newBusinessNumber } from "@/tests/factories/business-number";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { acceptInvitation } from "./answer-invitation";
import { linkToken } from "@/lib/auth/link-token";
import { answerAccess } from "./answer-access";
import { invite } from "./invite";
import { requestAccess, withdrawAccessRequest } from "./request-access";

afterEach(() => setClock(null));

const reason = "I am their broker.";
const terms = { may: "prepare" } as const;

async function newRequest(businessNumber: string) {
  const person = await newPerson();
  expect(await requestAccess(person, { businessNumber, reason })).toMatchObject({ ok: true });
  const { id } = await db().accessRequest.findFirstOrThrow({
    where: { requesterId: person.userId },
  });
  return { person, id };
}

it("asks the database the same of a number that nobody bears as of one that is known", async () => {
  const number = newBusinessNumber();
  await newExporter({ businessNumber: `${number}RC0001` });
  const [one, two] = [await newPerson(), await newPerson()];
  // The first request of a connection prepares it.
  await requestAccess(await newPerson(), { businessNumber: newBusinessNumber(), reason });
  let known: unknown;
  let unknown: unknown;
  const forKnown = await statementsOf(async () => {
    known = await requestAccess(one, { businessNumber: number, reason });
  });
  const forUnknown = await statementsOf(async () => {
    unknown = await requestAccess(two, { businessNumber: newBusinessNumber(), reason });
  });
  expect(forKnown.length).toBeGreaterThan(4);
  expect(forUnknown).toEqual(forKnown);
  expect(known).toEqual(unknown);
  const listed = [await listAccessRequests(one), await listAccessRequests(two)];
  expect(listed[0]?.map(({ state }) => state)).toEqual(["waiting"]);
  expect(listed[1]?.map(({ state }) => state)).toEqual(["waiting"]);
});

let number: string;
let exporterId: string;
let owner: ExporterViewer;
beforeEach(async () => {
  number = newBusinessNumber();
  ({ exporterId, owner } = await newExporter({ businessNumber: `${number}RM0002` }));
});

it("is answered by an owner: the person acts at once, within what was chosen", async () => {
  const { person, id } = await newRequest(number);
  const found = await findRepresentatives(owner, exporterId);
  expect(found?.forOwner?.requests).toMatchObject([{ id, reason }]);
  const endsOn = dateInOttawa(new Date(Date.now() + 86_400_000));
  expect(await answerAccess(owner, exporterId, id, { ...terms, endsOn })).toMatchObject({
    ok: true,
  });
  expect((await exporterViewer(person.userId)).standings).toMatchObject([
    { exporterId, kind: "representative", permissions: ["view", "prepare"] },
  ]);
  expect(await listAccessRequests(person)).toMatchObject([{ state: "accepted" }]);
  expect(await answerAccess(owner, exporterId, id, null)).toEqual({ ok: false, error: "answered" });
});

it("is refused without a word about whose the number is", async () => {
  const { person, id } = await newRequest(number);
  expect(await answerAccess(owner, exporterId, id, null)).toMatchObject({ ok: true });
  expect(JSON.stringify(await listAccessRequests(person))).not.toContain("Boreal");
  expect(await listAccessRequests(person)).toMatchObject([{ state: "refused" }]);
  expect((await exporterViewer(person.userId)).standings).toEqual([]);
});

it("is answered once, also by two owners at once and for two profiles of one number", async () => {
  const asked = await invite(owner, exporterId, { email: "second@owner.example", may: "own" });
  const second = await newPerson();
  await db().user.update({
    where: { id: second.userId },
    data: { email: "second@owner.example" },
  });
  await acceptInvitation(second, linkToken(asked.ok ? asked.value.invitationId : ""));
  await db().user.update({ where: { id: second.userId }, data: { email: null } });
  const coOwner = await exporterViewer(second.userId);
  const twin = await newExporter({ businessNumber: number });
  for (const [otherOwner, otherProfile] of [
    [coOwner, exporterId],
    [twin.owner, twin.exporterId],
  ] as const) {
    const { person, id } = await newRequest(number);
    const outcomes = await Promise.all([
      answerAccess(owner, exporterId, id, terms),
      answerAccess(otherOwner, otherProfile, id, terms),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: "answered" });
    expect(await db().mandate.count({ where: { userId: person.userId } })).toBe(1);
  }
});

it("is seen and answered by owners of that number only", async () => {
  const { person, id } = await newRequest(number);
  const helper = await newRepresentative(exporterId);
  const other = await newExporter({ businessNumber: newBusinessNumber() });
  const without = await newExporter();
  const refused = { ok: false, error: "notFound" };
  expect(await answerAccess(helper, exporterId, id, terms)).toEqual(refused);
  expect(await answerAccess(other.owner, other.exporterId, id, terms)).toEqual(refused);
  expect(await answerAccess(without.owner, without.exporterId, id, terms)).toEqual(refused);
  expect(await answerAccess(other.owner, exporterId, id, terms)).toEqual(refused);
  expect(await answerAccess(person, exporterId, id, terms)).toEqual(refused);
  expect(await findAccessRequest(helper, exporterId, id)).toBeNull();
  expect(await findAccessRequest(other.owner, other.exporterId, id)).toBeNull();
  expect(await findAccessRequest(owner, exporterId, id)).toMatchObject({ open: true });
});

it("of somebody who acts already, or for a day that is past, changes nothing", async () => {
  const helper = await newRepresentative(exporterId, ["view"]);
  await requestAccess(helper, { businessNumber: number, reason });
  const { id } = await db().accessRequest.findFirstOrThrow({
    where: { requesterId: helper.userId },
  });
  expect(
    await answerAccess(owner, exporterId, id, { may: "submit", endsOn: "2020-01-01" }),
  ).toEqual({
    ok: false,
    error: "pastDay",
  });
  expect(await answerAccess(owner, exporterId, id, terms)).toEqual({
    ok: false,
    error: "alreadyActs",
  });
  expect(await findAccessRequest(owner, exporterId, id)).toMatchObject({ open: true });
});

it("is limited to 5 open and 5 a day, one a number, and can be withdrawn", async () => {
  const person = await newPerson();
  const ask = (businessNumber: string) => requestAccess(person, { businessNumber, reason });
  const first = newBusinessNumber();
  expect((await ask(first)).ok).toBe(true);
  expect(await ask(first)).toEqual({ ok: false, error: "alreadyOpen" });
  for (let i = 0; i < 4; i += 1) expect((await ask(newBusinessNumber())).ok).toBe(true);
  expect(await ask(newBusinessNumber())).toEqual({ ok: false, error: "tooManyOpen" });
  const { id } = await db().accessRequest.findFirstOrThrow({ where: { businessNumber: first } });
  expect(await withdrawAccessRequest(await newPerson(), id)).toEqual({
    ok: false,
    error: "notFound",
  });
  expect((await withdrawAccessRequest(person, id)).ok).toBe(true);
  expect(await withdrawAccessRequest(person, id)).toEqual({ ok: false, error: "notFound" });
  expect(await ask(newBusinessNumber())).toEqual({ ok: false, error: "tooManyToday" });
  setClock(new Date(Date.now() + 86_401_000));
  expect((await ask(first)).ok).toBe(true);
});

it("pressed ten times at once is one request", async () => {
  const person = await newPerson();
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => requestAccess(person, { businessNumber: number, reason })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().accessRequest.count({ where: { requesterId: person.userId } })).toBe(1);
});
