import { randomUUID } from "node:crypto";
import { db, transaction } from "@/lib/db";
import type { Notice } from "@/lib/mail/notice";
import type { Told } from "@/lib/mail/who-is-told";
import { give } from "@/lib/notices/give";

/** Something happened of which nobody is told by itself. */
export async function newEvent(): Promise<bigint> {
  const { id } = await db().event.create({
    data: { kind: "session.started", actorRole: "system", data: { acr: randomUUID() } },
    select: { id: true },
  });
  return id;
}

/** Tells these people, as an event would. */
export async function told(planned: readonly Told[]): Promise<bigint> {
  const eventId = await newEvent();
  await transaction((tx) => give(tx, eventId, planned));
  return eventId;
}

/** Somebody as a reader of mail and notices. */
export async function readerOf(userId: string) {
  const { email, language } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  return { userId, recipient: email, language };
}

/** A notice in somebody's list, by email too as they have chosen; its id. */
export async function newNotice(userId: string, notice: Notice): Promise<string> {
  const eventId = await told([{ ...(await readerOf(userId)), ...notice }]);
  const { id } = await db().notice.findFirstOrThrow({ where: { eventId } });
  return id;
}

/** About an application; not urgent. */
export const rejectedNotice = (number = "KPO-2026-0418"): Notice => ({
  template: "rejected",
  data: { applicationId: randomUUID(), number, name: "Ezra" },
});

/** About the due date of an answer; urgent. */
export const overdueNotice = (number = "KPO-2026-0418"): Notice => ({
  template: "overdue",
  data: { applicationId: randomUUID(), number, name: "Ezra", dueOn: "2026-12-01" },
});

/** About who acts for an exporter. */
export const mandateNotice = (exporter: string): Notice => ({
  template: "mandateResigned",
  data: { name: "Ezra", exporter, person: "Olivia" },
});
