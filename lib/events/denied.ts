import "server-only";
import { now } from "@/lib/clock";
import { db, transaction, type Tx } from "@/lib/db";
import type { Concerned, Denied } from "@/lib/events/audit-event";
import { record, type Actor } from "@/lib/events/record";
import { isUuid } from "@/lib/row-id";

type Doer = Extract<Actor, { userId: string }>;

interface Asked {
  /** With the names of its parts: /applications/[applicationId]. */
  readonly address: string;
  /** What stood for them. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly why: "record" | "role" | "press";
}

const minute = 60_000;

/**
 * Notes that somebody signed in asked for what is not theirs: once a minute for a person and a record, so that
 * nobody fills the trail by asking. All that does not exist counts as one record of its kind, because of such
 * addresses there is no end.
 */
export async function noteDenied(doer: Doer, { address, parameters, why }: Asked): Promise<void> {
  const { thing, id } = thingOf(parameters);
  const about = id === null ? null : await lookUp[thing](id);
  const known = about ? id : null;
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('kp denied'), hashtext(${doer.userId}))`;
    const data = { thing, id: known, address, why };
    if (await isNoted(tx, doer.userId, data)) return;
    await record(tx, doer, { kind: "access.denied", ...about, data });
  });
}

async function isNoted(tx: Tx, userId: string, { thing, id, why, address }: DeniedData) {
  const [noted] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Event"
     WHERE kind = 'access.denied' AND "actorId" = ${userId}::uuid AND at > ${new Date(now().getTime() - minute)}
       AND data->>'thing' = ${thing} AND data->>'why' = ${why} AND data->>'id' IS NOT DISTINCT FROM ${id}::text
       AND (${thing}::text <> 'page' OR data->>'address' = ${address})
     LIMIT 1`;
  return noted !== undefined;
}
interface DeniedData extends Pick<Asked, "address" | "why"> {
  readonly thing: Denied;
  readonly id: string | null;
}

/** The closest record that an address names; what comes first is inside what comes later. */
const named: readonly [parameter: string, Denied][] = [
  ["documentId", "document"],
  ["certificateId", "certificate"],
  ["confirmationId", "confirmation"],
  ["mandateId", "mandate"],
  ["requestId", "request"],
  ["applicationId", "application"],
  ["announcementId", "announcement"],
  ["importId", "import"],
  ["exporterId", "exporter"],
  ["userId", "person"],
  ["threadId", "thread"],
  ["noticeId", "notice"],
  ["broadcastId", "broadcast"],
  ["mailId", "mail"],
  ["token", "invitation"],
];

function thingOf(parameters: Asked["parameters"]): { thing: Denied; id: string | null } {
  for (const [parameter, thing] of named) {
    const value = parameters[parameter];
    if (value !== undefined) return { thing, id: isUuid(value) ? value.toLowerCase() : null };
  }
  // The page that shows everything about a record names its kind beside it.
  const { kind, recordId = "" } = parameters;
  const thing = named.find(([, each]) => each === kind)?.[1];
  return thing && isUuid(recordId)
    ? { thing, id: recordId.toLowerCase() }
    : { thing: "page", id: null };
}

const found = (is: unknown) => (is ? {} : null);
const exporterOf = { select: { exporterId: true } } as const;

/** On whose timelines a refusal stands; null where there is no such record. */
const lookUp: Record<Denied, (id: string) => Promise<Concerned | null>> = {
  async application(id) {
    const row = await db().application.findUnique({ where: { id }, ...exporterOf });
    return row && { applicationId: id, exporterId: row.exporterId };
  },
  async certificate(id) {
    const row = await db().certificate.findUnique({
      where: { id },
      select: { applicationId: true, application: exporterOf },
    });
    if (!row) return null;
    const { applicationId, application } = row;
    return { certificateId: id, applicationId, exporterId: application.exporterId };
  },
  async import(id) {
    const row = await db().importCertificate.findUnique({ where: { id }, ...exporterOf });
    return row && { importCertificateId: id, exporterId: row.exporterId };
  },
  async announcement(id) {
    const row = await db().importAnnouncement.findUnique({ where: { id }, ...exporterOf });
    return row && { announcementId: id, exporterId: row.exporterId };
  },
  exporter: async (id) =>
    (await db().exporter.count({ where: { id } })) > 0 ? { exporterId: id } : null,
  async document(id) {
    const row = await db().document.findUnique({
      where: { id },
      select: {
        applicationId: true,
        announcementId: true,
        importCertificateId: true,
        message: { select: { threadId: true } },
      },
    });
    if (!row) return null;
    if (row.applicationId) return lookUp.application(row.applicationId);
    if (row.announcementId) return lookUp.announcement(row.announcementId);
    if (row.message) return lookUp.thread(row.message.threadId);
    return row.importCertificateId ? lookUp.import(row.importCertificateId) : {};
  },
  person: async (id) => ((await db().user.count({ where: { id } })) > 0 ? { personId: id } : null),
  async mandate(id) {
    const row = await db().mandate.findUnique({ where: { id }, ...exporterOf });
    return row && { exporterId: row.exporterId };
  },
  request: async (id) => found(await db().accessRequest.findUnique({ where: { id } })),
  confirmation: async (id) => {
    const row = await db().importConfirmation.findUnique({
      where: { id },
      select: { importCertificateId: true },
    });
    return row && lookUp.import(row.importCertificateId);
  },
  async thread(id) {
    const row = await db().thread.findUnique({ where: { id }, ...exporterOf });
    return row && { exporterId: row.exporterId };
  },
  notice: async (id) => found(await db().notice.findUnique({ where: { id } })),
  broadcast: async (id) => found(await db().broadcast.findUnique({ where: { id } })),
  mail: async (id) => found(await db().mail.findUnique({ where: { id } })),
  invitation: () => Promise.resolve(null),
  page: () => Promise.resolve(null),
};
