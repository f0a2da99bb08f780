import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { findSession, startSession } from "@/lib/auth/sessions";
import type { Viewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import { findPeopleContext } from "@/lib/mail/people-context";
import { findOwnRequest, findPerson, listCredentialRequests } from "@/lib/people/queries";
import { introduction, newArrival, newestToken } from "@/tests/factories/arrival";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newPerson,
  newRepresentative,
} from "@/tests/factories/people";
import { newProof } from "@/tests/factories/proof";
import { confirmAddress } from "./confirm-address";
import { acceptCredential, refuseCredential } from "./decide-credential";
import { introduce, requestAddress } from "./send-link";

const notFound = { ok: false, error: "notFound" };
const ok = { ok: true, value: undefined };

/** A person with an old credential, and an arrival with a new one who proved their address. */
async function asking(person: Viewer) {
  const provider = { provider: "gckey", providerAccountId: randomUUID(), type: "oidc" };
  await db().account.create({ data: { ...provider, userId: person.userId } });
  const { email } = await db().user.findUniqueOrThrow({ where: { id: person.userId } });
  const requester = await newArrival();
  await introduce(requester, introduction({ email: email ?? "" }));
  await confirmAddress(await newestToken(requester));
  const request = await db().credentialRequest.findFirstOrThrow({
    where: { requesterId: requester.userId },
  });
  return { requester, requestId: request.id, old: provider.providerAccountId };
}

async function sessionOf({ userId }: { userId: string }): Promise<string> {
  const token = randomUUID();
  await startSession(token, userId, new Date(Date.now() + 3_600_000), newProof());
  return token;
}

/** A profile of two owners and a representative. */
async function newProfile() {
  const { exporterId, owner } = await newExporter();
  const second = await newPerson();
  const permissions = ["view", "prepare", "submit"] as const;
  await db().mandate.create({
    data: {
      exporterId,
      userId: second.userId,
      kind: "owner",
      permissions: [...permissions],
      acceptedAt: new Date(),
    },
  });
  return {
    exporterId,
    owner,
    second: await exporterViewer(second.userId),
    representative: await newRepresentative(exporterId),
  };
}

const sees = async (viewer: Viewer, requestId: string) =>
  (await listCredentialRequests(viewer)).some(({ id }) => id === requestId);

it("moves the new credential to the person, ends the old one and every session", async () => {
  const { owner, second } = await newProfile();
  const { requester, requestId, old } = await asking(owner);
  expect(await findOwnRequest(requester)).toEqual({ state: "open", decider: "owner" });
  const tokens = [await sessionOf(owner), await sessionOf(owner), await sessionOf(requester)];
  const mine = await sessionOf(second);
  await requestAddress(owner, `new-${randomUUID()}@test.example`);

  expect(await acceptCredential(second, requestId)).toEqual(ok);
  const accounts = await db().account.findMany({ where: { userId: owner.userId } });
  expect(accounts.map((account) => account.providerAccountId)).toEqual([requester.subject]);
  expect(await db().account.count({ where: { providerAccountId: old } })).toBe(0);
  for (const token of tokens) expect(await findSession(token)).toBeNull();
  expect(await findSession(mine)).not.toBeNull();
  const ended = await db().event.findMany({
    where: { kind: "session.ended", actorId: { in: [owner.userId, requester.userId] } },
  });
  expect(ended.map(({ data }) => data)).toEqual(Array(3).fill({ by: "newCredential" }));
  // The old link no longer works, and who asked is nobody any more.
  expect(await confirmAddress(await newestToken(owner))).toMatchObject({ ok: false });
  expect(await findPerson(requester.userId)).toBeNull();
  expect(await db().user.findUnique({ where: { id: requester.userId } })).toMatchObject({
    mergedIntoId: owner.userId,
    email: null,
  });
  expect(await acceptCredential(second, requestId)).toEqual(notFound);
  const events = await db().event.findMany({ where: { personId: owner.userId } });
  expect(events.map(({ kind }) => kind)).toEqual(["credential.requested", "credential.linked"]);
});

it("is decided by another owner or an administrator, never by the two whom it is about", async () => {
  const { exporterId, owner, second, representative } = await newProfile();
  const { requester, requestId } = await asking(owner);
  const elsewhere = (await newExporter()).owner;
  const former = await newRepresentative(exporterId);
  await db().mandate.updateMany({
    where: { exporterId, userId: former.userId },
    data: { endedAt: new Date() },
  });
  const not: Viewer[] = [
    owner,
    representative,
    elsewhere,
    requester,
    await exporterViewer(former.userId),
    await newOfficer("reviewer"),
    await newOfficer("signatory"),
    await newOfficer("auditor"),
  ];
  for (const viewer of not) {
    expect(await sees(viewer, requestId)).toBe(false);
    expect(await acceptCredential(viewer, requestId)).toEqual(notFound);
    expect(await refuseCredential(viewer, requestId)).toEqual(notFound);
  }
  expect(await sees(second, requestId)).toBe(true);
  const administrator = await newOfficer("administrator");
  expect(await sees(administrator, requestId)).toBe(true);
  expect(await acceptCredential(administrator, "nonsense")).toEqual(notFound);
  expect(await acceptCredential(administrator, requestId)).toEqual(ok);
});

it("is not decided by who owns one of the profiles for which the person acts, but not the other", async () => {
  const { owner, second } = await newProfile();
  const shared = await newExporter();
  await db().mandate.create({
    data: {
      exporterId: shared.exporterId,
      userId: owner.userId,
      kind: "representative",
      permissions: ["view"],
      acceptedAt: new Date(),
    },
  });
  const { requester, requestId } = await asking(owner);
  for (const viewer of [second, shared.owner]) {
    expect(await sees(viewer, requestId)).toBe(false);
    expect(await acceptCredential(viewer, requestId)).toEqual(notFound);
  }
  expect(await findOwnRequest(requester)).toEqual({ state: "open", decider: "administrator" });
  const event = {
    kind: "credential.requested",
    personId: owner.userId,
    data: { requestId },
  } as const;
  const told = await transaction((tx) => findPeopleContext(tx, event, requester.userId));
  expect(told.owners).toEqual([]);
  expect(await acceptCredential(await newOfficer("administrator"), requestId)).toEqual(ok);
});

it("of an officer is decided by another administrator only", async () => {
  const administrator = await newOfficer("administrator");
  const { exporterId, owner } = await newExporter();
  await db().mandate.create({
    data: {
      exporterId,
      userId: administrator.userId,
      kind: "representative",
      permissions: ["view"],
      acceptedAt: new Date(),
    },
  });
  const { requester, requestId } = await asking(administrator);
  expect(await findOwnRequest(requester)).toEqual({ state: "open", decider: "administrator" });
  for (const viewer of [owner, administrator] as Viewer[]) {
    expect(await sees(viewer, requestId)).toBe(false);
    expect(await acceptCredential(viewer, requestId)).toEqual(notFound);
  }
  expect(await acceptCredential(await newOfficer("administrator"), requestId)).toEqual(ok);
});

it("asks an administrator for both factors just shown", async () => {
  const { owner } = await newProfile();
  const { requestId } = await asking(owner);
  const administrator = await newOfficer("administrator");
  const hoursAgo = { ...administrator, authenticatedAt: new Date(Date.now() - 3 * 3_600_000) };
  expect(await acceptCredential(hoursAgo, requestId)).toEqual({ ok: false, error: "stepUp" });
  expect(await refuseCredential(hoursAgo, requestId)).toEqual({ ok: false, error: "stepUp" });
  expect(await acceptCredential(administrator, requestId)).toEqual(ok);
});

it("is refused for good, and changes nothing", async () => {
  const { owner, second } = await newProfile();
  const { requester, requestId, old } = await asking(owner);
  const token = await sessionOf(owner);
  expect(await refuseCredential(second, requestId)).toEqual(ok);
  expect(await acceptCredential(second, requestId)).toEqual(notFound);
  expect(await findOwnRequest(requester)).toEqual({ state: "refused" });
  expect(await findSession(token)).not.toBeNull();
  expect(await db().account.count({ where: { providerAccountId: old } })).toBe(1);
});

it("is decided once, of ten who decide at once", async () => {
  const { owner, second } = await newProfile();
  const { requester, requestId } = await asking(owner);
  const administrator = await newOfficer("administrator");
  const decisions = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      (i % 2 ? acceptCredential : refuseCredential)(i % 3 ? second : administrator, requestId),
    ),
  );
  expect(decisions.filter((decision) => decision.ok)).toHaveLength(1);
  const kinds = ["credential.linked", "credential.refused"];
  const events = await db().event.findMany({
    where: { personId: owner.userId, kind: { in: kinds } },
  });
  expect(events).toHaveLength(1);
  const merged = (await findPerson(requester.userId)) === null;
  expect(merged).toBe(events[0]?.kind === "credential.linked");
});

it("names both and says when the old credential signed in last", async () => {
  const { owner, second } = await newProfile();
  await sessionOf(owner);
  const { requestId } = await asking(owner);
  const listed = (await listCredentialRequests(second)).find(({ id }) => id === requestId);
  expect(listed).toMatchObject({ requester: "Zoé Arrivée", person: owner.name });
  expect(listed?.address).toMatch(/^p•••@test\.example$/);
  expect(listed?.lastSignInAt).toBeInstanceOf(Date);
});

it("asks nothing of a person who acts for nobody", async () => {
  expect(await listCredentialRequests(await newPerson())).toEqual([]);
});

it("is not decided by an owner who was removed while the page was open", async () => {
  const { exporterId, second, representative } = await newProfile();
  const { requestId } = await asking(representative);
  expect(await sees(second, requestId)).toBe(true);
  await db().mandate.updateMany({
    where: { exporterId, userId: second.userId },
    data: { endedAt: new Date() },
  });
  expect(await acceptCredential(second, requestId)).toEqual(notFound);
  expect(await refuseCredential(second, requestId)).toEqual(notFound);
});
