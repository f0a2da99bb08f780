import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { Db } from "@/lib/db";
import { fullName } from "@/lib/people/name";

/** An entry with the names of everything that it only has the ids of. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly data: unknown;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly role: string;
  readonly exporter: { readonly id: string; readonly name: string } | null;
  /** Without a number: a draft. */
  readonly application: { readonly id: string; readonly number: string | null } | null;
  readonly certificate: { readonly id: string; readonly number: string } | null;
  readonly announcement: { readonly id: string; readonly number: string | null } | null;
  readonly importCertificate: { readonly id: string; readonly number: string } | null;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly document: { readonly id: string; readonly name: string } | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly seal: {
    readonly batch: string;
    readonly position: number;
    readonly hash: string;
  } | null;
}

const uuid = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
export const idIn = (name: "documentId" | "from" | "to") =>
  Prisma.sql`CASE WHEN e.data->>${name} ~ ${uuid} THEN (e.data->>${name})::uuid END`;

/** The entries with these ids, newest first, in one statement. */
export async function readEntries(reader: Db, ids: readonly bigint[]): Promise<AuditEntry[]> {
  if (ids.length === 0) return [];
  const rows = await reader.$queryRaw<Row[]>`
    SELECT e.id::text, e.at, e.kind, e.data, e."actorRole" AS role,
           a.id::text AS "actorId", a."firstName" AS "actorFirst", a."lastName" AS "actorLast",
           x.id::text AS "exporterId", x."legalName" AS "exporterName",
           p.id::text AS "applicationId", p.number AS "applicationNumber",
           c.id::text AS "certificateId", c.number::text AS "certificateNumber",
           n.id::text AS "announcementId", n.number AS "announcementNumber",
           i.id::text AS "importId", i.number AS "importNumber",
           u.id::text AS "personId", u."firstName" AS "personFirst", u."lastName" AS "personLast",
           d.id::text AS "documentId", d.name AS "documentName",
           f."firstName" AS "fromFirst", f."lastName" AS "fromLast",
           t."firstName" AS "toFirst", t."lastName" AS "toLast",
           s."batchId"::text AS batch, s.position, encode(s."rowHash", 'hex') AS hash
      FROM "Event" e
      LEFT JOIN "User" a ON a.id = e."actorId"
      LEFT JOIN "Exporter" x ON x.id = e."exporterId"
      LEFT JOIN "Application" p ON p.id = e."applicationId"
      LEFT JOIN "Certificate" c ON c.id = e."certificateId"
      LEFT JOIN "ImportAnnouncement" n ON n.id = e."announcementId"
      LEFT JOIN "ImportCertificate" i ON i.id = e."importCertificateId"
      LEFT JOIN "User" u ON u.id = e."personId"
      LEFT JOIN "Document" d ON d.id = ${idIn("documentId")}
      LEFT JOIN "User" f ON f.id = ${idIn("from")}
      LEFT JOIN "User" t ON t.id = ${idIn("to")}
      LEFT JOIN "AuditSeal" s ON s."eventId" = e.id
     WHERE e.id IN (${Prisma.join([...ids])})
     ORDER BY e.id DESC`;
  return rows.map(entryOf);
}

type Text = string | null;
interface Row {
  id: string;
  at: Date;
  kind: string;
  data: unknown;
  role: string;
  actorId: Text;
  actorFirst: Text;
  actorLast: Text;
  exporterId: Text;
  exporterName: Text;
  applicationId: Text;
  applicationNumber: Text;
  certificateId: Text;
  certificateNumber: Text;
  announcementId: Text;
  announcementNumber: Text;
  importId: Text;
  importNumber: Text;
  personId: Text;
  personFirst: Text;
  personLast: Text;
  documentId: Text;
  documentName: Text;
  fromFirst: Text;
  fromLast: Text;
  toFirst: Text;
  toLast: Text;
  batch: Text;
  position: number | null;
  hash: Text;
}

const nameOf = (firstName: Text, lastName: Text) =>
  firstName === null || lastName === null ? "" : fullName({ firstName, lastName });
const numbered = (id: Text, number: Text) => (id === null ? null : { id, number });
const called = (id: Text, name: Text) => (id === null ? null : { id, name: name ?? "" });

function entryOf(row: Row): AuditEntry {
  const { id, at, kind, data, role } = row;
  return {
    id,
    at,
    kind,
    data,
    role,
    actor: called(row.actorId, nameOf(row.actorFirst, row.actorLast)),
    exporter: called(row.exporterId, row.exporterName),
    application: numbered(row.applicationId, row.applicationNumber),
    certificate: withNumber(row.certificateId, row.certificateNumber),
    announcement: numbered(row.announcementId, row.announcementNumber),
    importCertificate: withNumber(row.importId, row.importNumber),
    person: called(row.personId, nameOf(row.personFirst, row.personLast)),
    document: called(row.documentId, row.documentName),
    from: nameOf(row.fromFirst, row.fromLast) || null,
    to: nameOf(row.toFirst, row.toLast) || null,
    seal:
      row.batch === null
        ? null
        : { batch: row.batch, position: row.position ?? 0, hash: row.hash ?? "" },
  };
}

const withNumber = (id: Text, number: Text) => (id === null ? null : { id, number: number ?? "" });
