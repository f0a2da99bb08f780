import { afterEach, describe, expect, it } from "vitest";
import { hashOfToken } from "@/lib/auth/link-token";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { findLink, findOwnRequest, findPendingAddress, findPerson } from "@/lib/people/queries";
import { introduction, newAddress, newArrival, newestToken } from "@/tests/factories/arrival";
import { asOwner } from "@/tests/factories/owner";
import { newExporter, newOfficer, newPerson } from "@/tests/factories/people";
import { confirmAddress } from "./confirm-address";
import { introduce, requestAddress, sendAgain } from "./send-link";

afterEach(() => setClock(null));

const start = new Date("2026-11-25T15:00:00Z");
const minutesLater = (minutes: number) => setClock(new Date(start.getTime() + minutes * 60_000));
const ok = { ok: true, value: undefined };
const notOpen = { ok: false, error: "notOpen" };
const userOf = ({ userId }: { userId: string }) =>
  db().user.findUniqueOrThrow({ where: { id: userId } });
const eventsOf = async ({ userId }: { userId: string }) =>
  (await db().event.findMany({ where: { actorId: userId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

/** Somebody who has entered their details at 15:00 and was sent a link. */
async function arrivalAt(email = newAddress()) {
  setClock(start);
  const arriving = await newArrival();
  expect(await introduce(arriving, introduction({ email }))).toEqual(ok);
  return { ...arriving, email, token: await newestToken(arriving) };
}

describe("a link", () => {
  it("confirms the address at 59 minutes, and no longer at 61", async () => {
    const early = await arrivalAt();
    const late = await arrivalAt();
    minutesLater(59);
    expect(await confirmAddress(early.token)).toEqual({
      ok: true,
      value: { userId: early.userId, outcome: "confirmed" },
    });
    expect(await userOf(early)).toMatchObject({
      email: early.email,
      emailVerified: new Date("2026-11-25T15:59:00Z"),
      firstName: "Zoé",
      language: "fr",
    });
    minutesLater(61);
    expect(await findLink(late.token)).toMatchObject({ state: "expired" });
    expect(await confirmAddress(late.token)).toEqual(notOpen);
    expect(await userOf(late)).toMatchObject({ email: null, emailVerified: null });
  });

  it("is used by one of ten presses", async () => {
    const { token, ...arriving } = await arrivalAt();
    const presses = await Promise.all(Array.from({ length: 10 }, () => confirmAddress(token)));
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findLink(token)).toMatchObject({ state: "used" });
    expect(await eventsOf(arriving)).toEqual([
      "person.changed",
      "email.linkRequested",
      "email.confirmed",
    ]);
  });

  it("is not changed by looking at it", async () => {
    const { token, userId, email } = await arrivalAt();
    const rows = () => db().emailConfirmation.findMany({ where: { userId } });
    const before = await rows();
    const address = `a•••${email.slice(email.indexOf("@"))}`;
    for (let i = 0; i < 5; i += 1) {
      expect(await findLink(token)).toEqual({ userId, address, state: "open" });
    }
    expect(await rows()).toEqual(before);
  });

  it("ends when a newer one is sent", async () => {
    const { token, ...arriving } = await arrivalAt();
    minutesLater(2);
    expect(await sendAgain(arriving)).toEqual(ok);
    expect(await findLink(token)).toMatchObject({ state: "replaced" });
    expect(await confirmAddress(token)).toEqual(notOpen);
    expect(await confirmAddress(await newestToken(arriving))).toMatchObject({ ok: true });
  });

  it("that was never sent is unknown", async () => {
    expect(await findLink("made up")).toBeNull();
    expect(await confirmAddress("made up")).toEqual(notOpen);
    const { token } = await arrivalAt();
    expect(await findLink(hashOfToken(token))).toBeNull();
  });

  it("leaves only a hash in the database", async () => {
    const { token } = await arrivalAt();
    const { rows } = await asOwner(
      `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const tables = rows as { schema: string; name: string }[];
    expect(tables.length).toBeGreaterThan(30);
    const withText = async (text: string) => {
      const found: string[] = [];
      for (const { schema, name } of tables) {
        // Each row as text holds every column, whatever its type.
        const { rowCount } = await asOwner(
          `SELECT 1 FROM "${schema}"."${name}" t WHERE position($1 IN t::text) > 0`,
          [text],
        );
        if (rowCount) found.push(name);
      }
      return found;
    };
    expect(await withText(hashOfToken(token))).toEqual(["EmailConfirmation"]);
    expect(await withText(token)).toEqual([]);
  });
});

describe("links are limited", () => {
  it("to one a minute and five an hour for a person", async () => {
    const arriving = await arrivalAt();
    setClock(new Date(start.getTime() + 59_000));
    expect(await sendAgain(arriving)).toEqual({ ok: false, error: "tooSoon" });
    for (const minute of [1, 2, 3, 4]) {
      minutesLater(minute);
      expect(await sendAgain(arriving)).toEqual(ok);
    }
    minutesLater(5);
    expect(await sendAgain(arriving)).toEqual({ ok: false, error: "tooMany" });
    // Another address is no way round.
    expect(await introduce(arriving, introduction())).toEqual({ ok: false, error: "tooMany" });
    expect(await findPendingAddress(arriving)).toMatchObject({ email: arriving.email });
    minutesLater(60);
    expect(await sendAgain(arriving)).toEqual(ok);
  });

  it("to five an hour for an address, whoever asks, also at once", async () => {
    const email = newAddress();
    setClock(start);
    const people = await Promise.all(Array.from({ length: 8 }, newArrival));
    const asked = await Promise.all(
      people.map((person) => introduce(person, introduction({ email }))),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(5);
    expect(await db().emailConfirmation.count({ where: { email } })).toBe(5);
    const mails = await db().event.count({
      where: { kind: "email.linkRequested", actorId: { in: people.map((p) => p.userId) } },
    });
    expect(mails).toBe(5);
  });

  it("to one, however often one form is sent", async () => {
    setClock(start);
    const arriving = await newArrival();
    const input = introduction();
    const sent = await Promise.all([1, 2, 3, 4].map(() => introduce(arriving, input)));
    expect(sent).toEqual([ok, ok, ok, ok]);
    expect(await db().emailConfirmation.count({ where: { userId: arriving.userId } })).toBe(1);
  });

  it("and a refused one keeps nothing of the form", async () => {
    const arriving = await arrivalAt();
    const other = introduction({ firstName: "Other" });
    expect(await introduce(arriving, other)).toEqual({ ok: false, error: "tooSoon" });
    expect(await userOf(arriving)).toMatchObject({ firstName: "Zoé" });
  });

  it("finds nothing to send again where nothing was asked", async () => {
    expect(await sendAgain(await newArrival())).toEqual({ ok: false, error: "notFound" });
  });
});

describe("a new address", () => {
  it("takes the place of the old one only once it is confirmed, and the old one is told", async () => {
    const person = await newPerson();
    const { email: former } = await userOf(person);
    const email = newAddress();
    expect(await requestAddress(person, former ?? "")).toEqual({ ok: false, error: "unchanged" });
    expect(await requestAddress(person, email)).toEqual(ok);
    expect((await userOf(person)).email).toBe(former);
    expect(await confirmAddress(await newestToken(person))).toMatchObject({ ok: true });
    expect((await userOf(person)).email).toBe(email);
    const { data } = await db().event.findFirstOrThrow({
      where: { actorId: person.userId, kind: "email.confirmed" },
    });
    expect(data).toMatchObject({ former });
  });

  it("that is another person's stays theirs, and nobody with a history asks for their account", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const { email } = await userOf(other);
    expect(await requestAddress(person, email ?? "")).toEqual(ok);
    expect(await confirmAddress(await newestToken(person))).toEqual({
      ok: true,
      value: { userId: person.userId, outcome: "taken" },
    });
    expect((await userOf(person)).email).not.toBe(email);
    expect(await findOwnRequest(person)).toBeNull();
  });

  it("goes to the first of two who prove it at once; the second is asked about", async () => {
    const email = newAddress();
    const people = [await arrivalAt(email), await arrivalAt(email)];
    const outcomes = await Promise.all(people.map(({ token }) => confirmAddress(token)));
    expect(outcomes.map((each) => each.ok && each.value.outcome).sort()).toEqual([
      "confirmed",
      "requested",
    ]);
    expect(await db().user.count({ where: { email } })).toBe(1);
  });
});

describe("a known address", () => {
  it("makes one request, and says who may agree", async () => {
    const { owner } = await newExporter();
    const { email } = await userOf(owner);
    const arriving = await arrivalAt(email ?? "");
    expect(await confirmAddress(arriving.token)).toMatchObject({ value: { outcome: "requested" } });
    expect(await findOwnRequest(arriving)).toEqual({ state: "open", decider: "administrator" });
    expect(await findPerson(arriving.userId)).toMatchObject({ confirmed: false });
    minutesLater(5);
    expect(await introduce(arriving, introduction({ email: email ?? "" }))).toEqual(ok);
    expect(await confirmAddress(await newestToken(arriving))).toMatchObject({ ok: true });
    const open = { requesterId: arriving.userId, decidedAt: null };
    expect(await db().credentialRequest.count({ where: open })).toBe(1);
  });

  it("is asked for no more once another address is confirmed", async () => {
    const officer = await newOfficer("reviewer");
    const arriving = await arrivalAt((await userOf(officer)).email ?? "");
    await confirmAddress(arriving.token);
    minutesLater(5);
    await introduce(arriving, introduction());
    expect(await confirmAddress(await newestToken(arriving))).toMatchObject({
      value: { outcome: "confirmed" },
    });
    expect(await findOwnRequest(arriving)).toBeNull();
  });
});
