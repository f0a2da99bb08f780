import { randomBytes, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { startSession } from "@/lib/auth/sessions";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { routing } from "@/lib/i18n/routing";
import type { Identity, Side } from "@/tests/authorization/identities";
import type { Row } from "@/tests/authorization/matrix";
import { namedBy, newRecord, type Target } from "@/tests/authorization/records";
import { newWorld, userIdOf, type World } from "@/tests/authorization/world";
import { newProof } from "@/tests/factories/proof";
import { cookieOf, get, mainOf, markupOfMain, type Answer, type Sender } from "./requests";
import { factsOf, markedAnswers, newMark } from "./scene";

/* What the browser tests need of docs/authorization.md: its people with cookies, its records with addresses. */

let made: Promise<World> | undefined;

/** What the worker draws takes no second. */
const soon = { timeout: 60_000, intervals: [100] };

/** The people of the matrix, made once for each process that runs tests. */
export function world(): Promise<World> {
  return (made ??= newWorld({
    rendered: (certificateId) =>
      expect.poll(() => papersOf(certificateId), soon).toEqual({ certificates: 1, receipts: 2 }),
    lettered: (applicationId) => expect.poll(() => lettersOf(applicationId), soon).toBe(2),
  }));
}

async function lettersOf(applicationId: string): Promise<number> {
  const notices = await db().noticeLetter.count({ where: { submission: { applicationId } } });
  return notices + (await db().decisionLetter.count({ where: { decision: { applicationId } } }));
}

async function papersOf(certificateId: string) {
  return {
    certificates: await db().certificateDocument.count({ where: { certificateId } }),
    receipts: await db().submissionReceipt.count({
      where: { submission: { certificate: { id: certificateId } } },
    }),
  };
}

/** After a test in which they did not stay who they are. */
export function forgetWorld(): void {
  made = undefined;
  kept.clear();
}

const cookies = new Map<string, Promise<string>>();

/** Whoever sends a request in a cell: each kind of session that is over, for the one who has such a session. */
export async function sendersOf(identity: Identity): Promise<Sender[]> {
  if (identity === "nobody") return [{ name: "nobody", cookie: null }];
  if (identity === "expired") return expired();
  const userId = userIdOf(await world(), identity);
  if (!userId) throw new Error(`${identity} is nobody`);
  const cookie = cookies.get(userId) ?? cookieOf(userId);
  cookies.set(userId, cookie);
  return [{ name: identity, cookie: await cookie }];
}

/** New each time: to be found over is the end of a session. */
async function expired(): Promise<Sender[]> {
  const { userId } = (await world()).owners.A;
  const idle = randomBytes(32).toString("hex");
  await startSession(idle, userId, new Date(Date.now() + 3_600_000), newProof());
  const { id } = await db().session.findFirstOrThrow({
    where: { userId },
    orderBy: { createdAt: "desc" },
  });
  const lastSeenAt = new Date(Date.now() - (env().SESSION_IDLE_SECONDS + 1) * 1000);
  await db().session.update({ where: { id }, data: { lastSeenAt } });
  const ended = randomBytes(32).toString("hex");
  await startSession(ended, userId, new Date(Date.now() - 1000), newProof());
  const name = `kp-${new URL(env().PORTAL_URL).port}-session`;
  return [
    { name: "a session that was idle too long", cookie: `${name}=${idle}` },
    { name: "a session past its end", cookie: `${name}=${ended}` },
    { name: "a session that never was", cookie: `${name}=${randomBytes(32).toString("hex")}` },
  ];
}

/** A record of a row with what is written in it and nowhere else. */
export interface Marked extends Target {
  readonly words: readonly string[];
}

export async function newMarked(on: string, side: Side): Promise<Marked> {
  const mark = newMark();
  const { legalNames } = await world();
  const target = await newRecord(on, await world(), side, markedAnswers(mark));
  const written = [mark, legalNames[side].replace(/ (Ltd|Inc)\.$/, "")];
  return { ...target, words: target.email.includes("@") ? [...written, target.email] : written };
}

const kept = new Map<string, Promise<Marked>>();

/** The same for every test that only looks: made once for each process that runs tests. */
export function markedToRead(on: string, side: Side): Promise<Marked> {
  const key = `${side} ${on}`;
  const record = kept.get(key) ?? newMarked(on, side);
  kept.set(key, record);
  return record;
}

/** A record that never was. */
export const unknown = (): Target => namedBy(randomUUID());

/** `(exporter)/profile/[exporterId]` with the ids of a record, as an English reader sees it. */
export function addressOf({ name }: Pick<Row, "name">, target: Target): string {
  const page = name.replace(/^\(\w+\)/, "") || "/";
  const known = Object.entries(routing.pathnames).find(([pathname]) => pathname === page);
  const english = known ? (typeof known[1] === "string" ? known[1] : known[1].en) : page;
  return `/en${english === "/" ? "" : english}`.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, id: string) =>
    id in target ? String(target[id as Exclude<keyof Target, "matter">]) : "nowhere",
  );
}

export const namesRecord = ({ name }: Pick<Row, "name">) => /\[\w+\]/.test(name);

export const signIn = /^\/en\/sign-in(\?|$)/;
export const noAccess = "/en/no-access";

/** What an answer says, to be compared with another one. */
export const saidBy = (answer: Answer) => ({
  status: answer.status,
  location: answer.location,
  main: mainOf(answer),
});

const says = (text: string, words: readonly string[]) => words.some((word) => text.includes(word));

/** Who acts for an exporter reads its name on every page. */
const actsFor: Record<Side, readonly Identity[]> = {
  A: ["owner A", "view", "prepare", "submit"],
  B: ["owner B"],
};

/** Whether an answer gives away something of a record to somebody who knows nothing of its exporter. */
export const givesAway = ({ body }: Answer, identity: Identity, side: Side, { words }: Marked) =>
  !actsFor[side].includes(identity) && says(body, words);

/** Whether the part of a page that is its own shows something of a record. */
export function shows({ body }: Answer, { words, ...ids }: Marked): boolean {
  const { applicationId, exporterId, certificateId, userId } = ids;
  const { sessionId, credentialRequestId, requestId, announcementId } = ids;
  const named = [applicationId, exporterId, certificateId, userId, announcementId];
  named.push(sessionId, credentialRequestId, requestId, ids.viewId, ids.noticeId);
  named.push(ids.threadId);
  return says(markupOfMain(body), [...words, ...named]);
}

/** Everything that the portal holds about the exporters, the people and the record, to notice any change. */
export async function factsAround(record: Target): Promise<string[]> {
  const { userId, invitationId, sessionId, credentialRequestId, requestId, changeId, mailId } =
    record;
  const { exporterIds, exporters, officers } = await world();
  const people = [...Object.values(exporters), ...Object.values(officers)];
  const found = await db().user.findMany({
    where: { id: { in: [...people.map((person) => person.userId), userId] } },
    include: { officerChanges: { orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  const others = await Promise.all([
    db().officerInvitation.findUnique({ where: { id: invitationId } }),
    db().mandateInvitation.findUnique({ where: { id: invitationId } }),
    db().accessRequest.findUnique({ where: { id: requestId } }),
    db().credentialRequest.findUnique({ where: { id: credentialRequestId } }),
    db().session.count({ where: { id: sessionId } }),
    db().referenceDecision.findUnique({ where: { changeId } }),
    db().mail.findUnique({
      where: { id: mailId },
      select: { dismissedAt: true, repeatedAs: { select: { id: true } } },
    }),
  ]);
  const exporterFacts = await Promise.all(Object.values(exporterIds).map(factsOf));
  // When somebody was here last is noted without anybody changing something.
  const personFacts = found.map(({ officerChanges, ...person }) => ({
    ...person,
    lastSignInAt: null,
    officerChanges: officerChanges.map(({ id, ...change }) => ({ ...change, id: String(id) })),
  }));
  return [...exporterFacts, JSON.stringify(personFacts), JSON.stringify(others)];
}

/** Less than all facts, but quickly counted after every request: nothing changes without an event. */
export async function eventsAround({ userId }: Target): Promise<number> {
  const { exporterIds, exporters, officers } = await world();
  const people = [...Object.values(exporters), ...Object.values(officers)];
  const userIds = [...people.map((person) => person.userId), userId];
  const about = [
    { exporterId: { in: Object.values(exporterIds) } },
    { personId: { in: userIds } },
    { actorId: { in: userIds } },
  ];
  // Sessions come and go, and that somebody was refused is noted.
  const apart = [{ kind: { startsWith: "session." } }, { kind: "access.denied" }];
  return db().event.count({ where: { OR: about, NOT: { OR: apart } } });
}

/** After something was done to a record: the worker too has done its part, and changes nothing later. */
export async function settled({ applicationId }: Target): Promise<void> {
  const certificate = await db().certificate.findUnique({ where: { applicationId } });
  if (certificate) await (await world()).rendered(certificate.id);
}

type Said = ReturnType<typeof saidBy>;

/** A page as somebody gets it who asks for a record that never was; each asks once. */
export function ofNothing(row: Row): (sender: Sender) => Promise<Said> {
  const said = new Map<string, Promise<Said>>();
  return (sender) => {
    const answer = said.get(sender.name) ?? get(addressOf(row, unknown()), sender).then(saidBy);
    said.set(sender.name, answer);
    return answer;
  };
}
