import { afterEach, describe, expect, it } from "vitest";
import { hashOfToken, linkToken } from "@/lib/auth/link-token";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { dateInOttawa, setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { findInvitation, listInvitations } from "@/lib/exporters/queries/invitations";
import { findMandate, listMandates } from "@/lib/exporters/queries/mandates";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { findRepresentatives } from "@/lib/exporters/queries/representatives";
import { newDraft, submit } from "@/tests/factories/applications";
import {
  exporterViewer,
  newExporter,
  newPerson,
  newRepresentative,
} from "@/tests/factories/people";
import { acceptInvitation, declineInvitation } from "./answer-invitation";
import { cancelInvitation } from "./cancel-invitation";
import { changeMandate } from "./change-mandate";
import { endMandate } from "./end-mandate";
import { invite } from "./invite";

afterEach(() => setClock(null));

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const dayIn = (days: number) => dateInOttawa(inDays(days));

async function emailOf({ userId }: ExporterViewer): Promise<string> {
  const { email } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  if (email === null) throw new Error("no address");
  return email;
}

/** Invites, and gives the token of the link as the mail carries it. */
async function invited(
  owner: ExporterViewer,
  exporterId: string,
  person: ExporterViewer,
  may: "view" | "prepare" | "submit" | "own" = "submit",
  endsOn?: string,
) {
  const email = await emailOf(person);
  const made = await invite(owner, exporterId, { email, may, ...(endsOn ? { endsOn } : {}) });
  if (!made.ok) throw new Error(made.error);
  const { invitationId } = made.value;
  return { invitationId, token: linkToken(invitationId) };
}

const fresh = (viewer: ExporterViewer) => exporterViewer(viewer.userId);
const eventsOf = async (exporterId: string) =>
  (await db().event.findMany({ where: { exporterId }, orderBy: { id: "asc" } })).map((e) => e.kind);
const mandatesOf = (exporterId: string, { userId }: ExporterViewer) =>
  db().mandate.findMany({ where: { exporterId, userId }, orderBy: { createdAt: "asc" } });

/** Every row of every table that an invitation could touch, and every waiting job. */
async function everyRow(): Promise<string> {
  const rows = await Promise.all([
    db().user.findMany({ orderBy: { id: "asc" } }),
    db().mandate.findMany({ orderBy: { id: "asc" } }),
    db().mandateInvitation.findMany({ orderBy: { id: "asc" } }),
    db().event.findMany({ orderBy: { id: "asc" } }),
    db().accessRequest.findMany({ orderBy: { id: "asc" } }),
    db().$queryRaw`SELECT payload::text FROM graphile_worker._private_jobs ORDER BY id`,
  ]);
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}

describe("an invitation", () => {
  it("begins nothing until the person accepts, and then what was offered", async () => {
    const { exporterId, owner } = await newExporter();
    const person = await newPerson();
    const { token } = await invited(owner, exporterId, person, "prepare", dayIn(30));
    expect((await fresh(person)).standings).toEqual([]);
    expect(await acceptInvitation(person, token)).toEqual({ ok: true, value: { exporterId } });
    expect((await fresh(person)).standings).toMatchObject([
      { exporterId, kind: "representative", permissions: ["view", "prepare"] },
    ]);
    const [mandate] = await mandatesOf(exporterId, person);
    expect(mandate?.acceptedAt).not.toBeNull();
    expect(mandate?.endsOn?.toISOString().slice(0, 10)).toBe(dayIn(30));
    expect(await eventsOf(exporterId)).toEqual([
      "exporter.created",
      "mandate.invited",
      "mandate.accepted",
    ]);
  });

  it("changes nothing by being opened, however often and by whomever", async () => {
    const { exporterId, owner } = await newExporter();
    const person = await newPerson();
    const { token } = await invited(owner, exporterId, person);
    const stranger = await newPerson();
    const before = await everyRow();
    for (const viewer of [person, owner, stranger, person]) {
      await findInvitation(viewer, token);
      await listInvitations(viewer);
    }
    expect(await everyRow()).toBe(before);
    expect(await findInvitation(person, token)).toMatchObject({ state: "open" });
  });

  it("is kept by the hash of its token alone", async () => {
    const { exporterId, owner } = await newExporter();
    const { token } = await invited(owner, exporterId, await newPerson());
    const everything = await everyRow();
    expect(everything).not.toContain(token);
    expect(everything).toContain(hashOfToken(token));
  });

  it("is only for the person whose confirmed address it went to, in whatever letters", async () => {
    const { exporterId, owner } = await newExporter();
    const person = await newPerson();
    const email = await emailOf(person);
    const made = await invite(owner, exporterId, { email, may: "view" });
    const token = linkToken(made.ok ? made.value.invitationId : "");
    const other = await newPerson();
    expect(await findInvitation(other, token)).toEqual({
      state: "otherAddress",
      sentTo: "p•••@test.example",
      email: await emailOf(other),
    });
    expect(await acceptInvitation(other, token)).toEqual({ ok: false, error: "notFound" });
    expect(await declineInvitation(other, token)).toEqual({ ok: false, error: "notFound" });
    await db().user.update({ where: { id: person.userId }, data: { emailVerified: null } });
    expect(await acceptInvitation(person, token)).toEqual({ ok: false, error: "notFound" });
    expect(await listInvitations(person)).toEqual([]);
    expect(await findInvitation(person, "no such token")).toBeNull();
  });

  it("works once, for 14 days, and not once it was taken back", async () => {
    const { exporterId, owner } = await newExporter();
    const person = await newPerson();
    const first = await invited(owner, exporterId, person);
    expect(await declineInvitation(person, first.token)).toMatchObject({ ok: true });
    expect(await acceptInvitation(person, first.token)).toEqual({ ok: false, error: "ended" });
    expect(await findInvitation(person, first.token)).toMatchObject({ state: "declined" });

    const second = await invited(owner, exporterId, person);
    expect(await cancelInvitation(owner, exporterId, second.invitationId)).toMatchObject({
      ok: true,
    });
    expect(await acceptInvitation(person, second.token)).toEqual({ ok: false, error: "ended" });
    expect(await cancelInvitation(owner, exporterId, second.invitationId)).toEqual({
      ok: false,
      error: "ended",
    });

    const third = await invited(owner, exporterId, person);
    expect(await listInvitations(person)).toMatchObject([{ token: third.token }]);
    setClock(inDays(14.01));
    expect(await findInvitation(person, third.token)).toMatchObject({ state: "expired" });
    expect(await listInvitations(person)).toEqual([]);
    expect(await acceptInvitation(person, third.token)).toEqual({ ok: false, error: "ended" });
    // One that has expired makes room for another.
    await invited(await fresh(owner), exporterId, person);
    expect((await fresh(person)).standings).toEqual([]);
  });

  it("is over when the mandate's last day is", async () => {
    const { exporterId, owner } = await newExporter();
    const person = await newPerson();
    const { token } = await invited(owner, exporterId, person, "view", dayIn(1));
    setClock(inDays(3));
    expect(await findInvitation(person, token)).toMatchObject({ state: "expired" });
    expect(await acceptInvitation(person, token)).toEqual({ ok: false, error: "ended" });
  });

  it("is refused for oneself, for who acts already, twice, and for a day that is past", async () => {
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId);
    const ask = async (who: ExporterViewer, may: "view" | "own", endsOn?: string) =>
      invite(owner, exporterId, {
        email: await emailOf(who),
        may,
        ...(endsOn ? { endsOn } : {}),
      });
    expect(await ask(owner, "own")).toEqual({ ok: false, error: "self" });
    expect(await ask(helper, "view")).toEqual({ ok: false, error: "alreadyActs" });
    const person = await newPerson();
    expect(await ask(person, "view", dayIn(-1))).toEqual({ ok: false, error: "pastDay" });
    expect(await ask(person, "view", dayIn(0))).toMatchObject({ ok: true });
    expect(await ask(person, "view")).toEqual({ ok: false, error: "alreadyInvited" });
    expect(await invite(helper, exporterId, { email: "a@b.example", may: "view" })).toEqual({
      ok: false,
      error: "notFound",
    });
  });

  it("is limited to 20 open for a profile and 20 an hour by a person", async () => {
    const { exporterId, owner } = await newExporter();
    const ask = (at: number, profile = exporterId) =>
      invite(owner, profile, { email: `somebody-${at}@limits.example`, may: "view" });
    for (let i = 0; i < 20; i += 1) expect((await ask(i)).ok).toBe(true);
    expect(await ask(20)).toEqual({ ok: false, error: "tooManyOpen" });
    const open = await db().mandateInvitation.findFirstOrThrow({ where: { exporterId } });
    await cancelInvitation(owner, exporterId, open.id);
    expect(await ask(20)).toEqual({ ok: false, error: "tooManyNow" });
    setClock(new Date(Date.now() + 3_601_000));
    expect((await ask(20)).ok).toBe(true);
  });

  it("sends one address three invitations a day of one person, through whichever profile", async () => {
    const { exporterId, owner } = await newExporter();
    const email = "somebody@one-mailbox.example";
    for (let i = 0; i < 3; i += 1) {
      const made = await invite(owner, exporterId, { email, may: "view" });
      if (!made.ok) throw new Error(made.error);
      await cancelInvitation(owner, exporterId, made.value.invitationId);
    }
    const again = () => invite(owner, exporterId, { email, may: "view" });
    expect(await again()).toEqual({ ok: false, error: "tooManyToOne" });
    setClock(inDays(1.01));
    expect((await again()).ok).toBe(true);
  });

  it("cancels what a removed owner has under way, but not what one who resigns has", async () => {
    const { exporterId, owner } = await newExporter();
    const other = await newPerson();
    const { token } = await invited(owner, exporterId, other, "own");
    await acceptInvitation(other, token);
    const second = await fresh(other);
    const [planted, kept] = [await newPerson(), await newPerson()];
    const evil = await invited(second, exporterId, planted, "own");
    const good = await invited(owner, exporterId, kept, "own");
    const theirs = (await mandatesOf(exporterId, second))[0]?.id ?? "";
    expect((await endMandate(await fresh(owner), theirs)).ok).toBe(true);
    expect(await acceptInvitation(planted, evil.token)).toEqual({ ok: false, error: "ended" });
    expect(await eventsOf(exporterId)).toContain("mandate.invitationCancelled");

    expect((await acceptInvitation(kept, good.token)).ok).toBe(true);
    const last = await invited(await fresh(owner), exporterId, await newPerson());
    const own = (await mandatesOf(exporterId, owner))[0]?.id ?? "";
    expect((await endMandate(await fresh(owner), own)).ok).toBe(true);
    const open = await db().mandateInvitation.findUnique({ where: { id: last.invitationId } });
    expect(open?.outcome).toBeNull();
  });

  it("makes an owner of a representative: one mandate ends, the other begins", async () => {
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId, ["view"]);
    const { token } = await invited(owner, exporterId, helper, "own");
    expect(await acceptInvitation(helper, token)).toMatchObject({ ok: true });
    const [before, after, ...more] = await mandatesOf(exporterId, helper);
    expect(before).toMatchObject({ kind: "representative" });
    expect(before?.endedAt).not.toBeNull();
    expect(after).toMatchObject({ kind: "owner", endedAt: null });
    expect(more).toEqual([]);
  });

  it("takes the place of a mandate whose last day is past", async () => {
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId);
    await db().mandate.updateMany({
      where: { exporterId, userId: helper.userId },
      data: { endsOn: new Date(dayIn(-2)) },
    });
    const { token } = await invited(owner, exporterId, helper, "view");
    expect(await acceptInvitation(helper, token)).toMatchObject({ ok: true });
    expect((await fresh(helper)).standings).toMatchObject([{ permissions: ["view"] }]);
  });
});

describe("at the same moment", () => {
  it("two presses of Accept begin one mandate", async () => {
    const { exporterId, owner } = await newExporter();
    const person = await newPerson();
    const { token } = await invited(owner, exporterId, person);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => acceptInvitation(person, token)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes.filter((o) => !o.ok)) expect(outcome.error).toBe("ended");
    expect(await mandatesOf(exporterId, person)).toHaveLength(1);
  });

  it("of Accept and Cancel exactly one holds", async () => {
    for (let i = 0; i < 6; i += 1) {
      const { exporterId, owner } = await newExporter();
      const person = await newPerson();
      const { token, invitationId } = await invited(owner, exporterId, person);
      const [accepted, cancelled] = await Promise.all([
        acceptInvitation(person, token),
        cancelInvitation(owner, exporterId, invitationId),
      ]);
      expect([accepted.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
      expect(await mandatesOf(exporterId, person)).toHaveLength(accepted.ok ? 1 : 0);
    }
  });

  it("two people who begin to act at once both do, without waiting for each other", async () => {
    const { exporterId } = await newExporter();
    const people = [await newPerson(), await newPerson()];
    let inserted = 0;
    let go = () => {};
    const both = new Promise<void>((resolve) => (go = resolve));
    const begin = ({ userId }: ExporterViewer) =>
      db().$transaction(async (tx) => {
        const acceptedAt = new Date();
        await tx.mandate.create({
          data: { exporterId, userId, kind: "representative", permissions: ["view"], acceptedAt },
        });
        inserted += 1;
        if (inserted === people.length) go();
        await both;
      });
    await Promise.all(people.map(begin));
    expect(await db().mandate.count({ where: { exporterId } })).toBe(3);
  });

  it("two owners who leave do not both leave", async () => {
    for (let i = 0; i < 6; i += 1) {
      const { exporterId, owner } = await newExporter();
      const second = await secondOwner(owner, exporterId);
      const ids = await Promise.all(
        [owner, second].map(async (each) => (await mandatesOf(exporterId, each))[0]?.id ?? ""),
      );
      const outcomes = await Promise.all([
        endMandate(owner, ids[0] ?? ""),
        endMandate(second, ids[1] ?? ""),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: "lastOwner" });
    }
  });

  it("two owners who remove each other leave one, and one of them is told", async () => {
    const { exporterId, owner } = await newExporter();
    const second = await secondOwner(owner, exporterId);
    const [mine] = await mandatesOf(exporterId, owner);
    const [theirs] = await mandatesOf(exporterId, second);
    const outcomes = await Promise.all([
      endMandate(owner, theirs?.id ?? ""),
      endMandate(second, mine?.id ?? ""),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const left = await db().mandate.count({
      where: { exporterId, kind: "owner", endedAt: null },
    });
    expect(left).toBe(1);
  });

  it("two changes of a mandate do not overwrite each other", async () => {
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId);
    const [mandate] = await mandatesOf(exporterId, helper);
    const id = mandate?.id ?? "";
    const before = { may: "submit" } as const;
    const outcomes = await Promise.all([
      changeMandate(owner, exporterId, id, { may: "view" }, before),
      changeMandate(owner, exporterId, id, { may: "prepare", endsOn: dayIn(9) }, before),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: "changedMeanwhile" });
  });

  it("a removal and a submission have one order", async () => {
    const { exporterId, owner } = await newExporter();
    for (let i = 0; i < 4; i += 1) {
      const helper = await newRepresentative(exporterId);
      const draft = await newDraft(helper, exporterId);
      const [mandate] = await mandatesOf(exporterId, helper);
      const [sent, removed] = await Promise.all([
        submit(helper, draft),
        endMandate(owner, mandate?.id ?? ""),
      ]);
      expect(removed.ok).toBe(true);
      const events = await db().event.findMany({
        where: { exporterId, kind: { in: ["application.submitted", "mandate.ended"] } },
        orderBy: { id: "desc" },
        take: 2,
      });
      // Newest first: after its end nothing is done with a mandate.
      expect(events[0]?.kind).toBe("mandate.ended");
      if (sent.ok) expect(events[1]?.kind).toBe("application.submitted");
      else {
        expect(sent).toEqual({ ok: false, error: "notFound" });
        expect(
          (await db().application.findUniqueOrThrow({ where: { id: draft } })).number,
        ).toBeNull();
      }
    }
  });
});

async function secondOwner(owner: ExporterViewer, exporterId: string) {
  const person = await newPerson();
  const { token } = await invited(owner, exporterId, person, "own");
  await acceptInvitation(person, token);
  return fresh(person);
}

describe("a mandate", () => {
  it("ends for who held it with the same press, whatever their request knew before", async () => {
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId);
    const draft = await newDraft(helper, exporterId);
    const [mandate] = await mandatesOf(exporterId, helper);
    expect(await endMandate(owner, mandate?.id ?? "")).toEqual({
      ok: true,
      value: { self: false },
    });
    // `helper` is who they were when their request began.
    expect(await submit(helper, draft)).toEqual({ ok: false, error: "notFound" });
    expect(await whyRefused(await fresh(helper), { kind: "application", id: draft })).toBe("ended");
    expect(await whyRefused(await newPerson(), { kind: "application", id: draft })).toBe("gone");
    expect(await listMandates(await fresh(helper))).toEqual([]);
  });

  it("that is narrowed says so to who holds it", async () => {
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId);
    const draft = await newDraft(helper, exporterId);
    const [mandate] = await mandatesOf(exporterId, helper);
    const id = mandate?.id ?? "";
    expect(
      await changeMandate(
        owner,
        exporterId,
        id,
        { may: "view", endsOn: dayIn(5) },
        { may: "submit" },
      ),
    ).toMatchObject({ ok: true });
    expect(await submit(helper, draft)).toEqual({ ok: false, error: "notFound" });
    expect(await whyRefused(await fresh(helper), { kind: "application", id: draft })).toBe(
      "limited",
    );
    const event = await db().event.findFirstOrThrow({
      where: { exporterId, kind: "mandate.changed" },
    });
    expect(event.data).toMatchObject({ permissions: ["view"], endsOn: dayIn(5) });
    expect(
      await changeMandate(
        owner,
        exporterId,
        id,
        { may: "view", endsOn: dayIn(-1) },
        { may: "view" },
      ),
    ).toEqual({ ok: false, error: "pastDay" });
  });

  it("is resigned by who holds it, but not by the last owner", async () => {
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId);
    const [own] = await mandatesOf(exporterId, owner);
    const [theirs] = await mandatesOf(exporterId, helper);
    expect(await endMandate(helper, theirs?.id ?? "")).toEqual({ ok: true, value: { self: true } });
    expect(await endMandate(helper, theirs?.id ?? "")).toEqual({ ok: false, error: "notFound" });
    expect(await endMandate(owner, own?.id ?? "")).toEqual({ ok: false, error: "lastOwner" });
    expect(await findMandate(owner, exporterId, own?.id ?? "")).toMatchObject({
      self: true,
      soleOwner: true,
      mayChange: false,
    });
    const ended = await db().event.findMany({ where: { exporterId, kind: "mandate.ended" } });
    expect(ended.map(({ data }) => data)).toMatchObject([{ by: "self" }]);
  });

  it("of an owner is not changed, and no representative touches another's", async () => {
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId);
    const other = await newRepresentative(exporterId);
    const [own] = await mandatesOf(exporterId, owner);
    const [theirs] = await mandatesOf(exporterId, other);
    const refused = { ok: false, error: "notFound" };
    expect(
      await changeMandate(owner, exporterId, own?.id ?? "", { may: "view" }, { may: "submit" }),
    ).toEqual(refused);
    expect(
      await changeMandate(helper, exporterId, theirs?.id ?? "", { may: "view" }, { may: "submit" }),
    ).toEqual(refused);
    expect(await endMandate(helper, theirs?.id ?? "")).toEqual(refused);
    expect(await endMandate(helper, own?.id ?? "")).toEqual(refused);
    expect(await findMandate(helper, exporterId, theirs?.id ?? "")).toBeNull();
  });
});

it("shows representatives the names and owners everything", async () => {
  const { exporterId, owner } = await newExporter();
  const helper = await newRepresentative(exporterId, ["view"]);
  await invited(owner, exporterId, await newPerson());
  const read = await findRepresentatives(helper, exporterId);
  expect(read?.forOwner).toBeNull();
  expect(read?.mandates.map(({ kind, email, self }) => ({ kind, email, self }))).toEqual([
    { kind: "owner", email: null, self: false },
    { kind: "representative", email: null, self: true },
  ]);
  const all = await findRepresentatives(owner, exporterId);
  expect(all?.mandates.every(({ email }) => email !== null)).toBe(true);
  expect(all?.forOwner?.invitations).toHaveLength(1);
  expect(await findRepresentatives(await newPerson(), exporterId)).toBeNull();
});
