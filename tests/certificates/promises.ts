import { askThrough } from "@/lib/ask";
import { db } from "@/lib/db";
import { GrowingTree } from "@/lib/transparency/grow";
import { readHead } from "@/lib/transparency/read-tree";
import { wrongAccounts } from "@/tests/ledger/compare";

/** What must hold of all certificates together at any moment; each statement gives the rows that break one. */
const promises = {
  "numbers go from 1 to the counter without a gap": `
    SELECT n::text FROM generate_series(1, (SELECT greatest(max(last), (SELECT count(*) FROM "Certificate")) FROM "CertificateCounter")) n
     WHERE n > (SELECT last FROM "CertificateCounter")
        OR NOT EXISTS (SELECT 1 FROM "Certificate" c WHERE c.number = 'CA' || lpad(n::text, 8, '0'))`,
  "an application is issued exactly when it has a certificate": `
    SELECT coalesce(a.id, c."applicationId") FROM "Application" a FULL JOIN "Certificate" c ON c."applicationId" = a.id
     WHERE (c.id IS NOT NULL) <> (a.status = 'issued')`,
  "a certificate has one seal, one place in the lists and one entry of its issue": `
    SELECT c.id FROM "Certificate" c
     WHERE (SELECT count(*) FROM "SealedCertificate" s JOIN "CertificateStatus" t USING ("certificateId")
              JOIN "LogEntry" l ON l.subject = s."sealSha256" AND l.entry LIKE '{"t":"issued",%'
             WHERE s."certificateId" = c.id AND t.index = (c.record ->> 'statusIndex')::int) <> 1`,
  "it is told once that it was issued, and its PDF is ordered once": `
    SELECT c.id FROM "Certificate" c
     WHERE (SELECT count(*) FROM "Event" e WHERE e."certificateId" = c.id AND e.kind = 'certificate.issued') <> 1
        OR (SELECT count(*) FROM graphile_worker.jobs j WHERE j.key = 'certificate ' || c.id) <> 1`,
  "nothing is in the log or the lists of which there is no certificate": `
    SELECT encode(l.subject, 'hex') FROM "LogEntry" l
     WHERE l.entry NOT LIKE '{"t":"audit"%' AND NOT EXISTS (SELECT 1 FROM "SealedCertificate" s WHERE s."sealSha256" = l.subject)
    UNION ALL
    SELECT t."certificateId"::text FROM "CertificateStatus" t
     WHERE NOT EXISTS (SELECT 1 FROM "Certificate" c WHERE c.id = t."certificateId")`,
  "its bit is set exactly when a step ended it": `
    SELECT t."certificateId" FROM "CertificateStatus" t
     WHERE t.revoked <> EXISTS (SELECT 1 FROM "CertificateStep" s WHERE s."certificateId" = t."certificateId"
                                   AND s.kind IN ('replaced', 'invalidated', 'surrendered'))`,
  "the second list says the end that it had, and none of what has had none": `
    SELECT t."certificateId" FROM "CertificateStatus" t
     WHERE (CASE WHEN t.message < 4 THEN 0 ELSE t.message END) IS DISTINCT FROM coalesce((
       SELECT CASE s.kind WHEN 'invalidated' THEN 4 WHEN 'replaced' THEN 5 ELSE 6 END FROM "CertificateStep" s
        WHERE s."certificateId" = t."certificateId" AND s.kind IN ('replaced', 'invalidated', 'surrendered')), 0)`,
  "the second list says lost exactly of what was recorded lost and is in force": `
    SELECT t."certificateId" FROM "CertificateStatus" t
     WHERE NOT t.revoked
       AND (t.message = 3) <> EXISTS (SELECT 1 FROM "CertificateStep" s WHERE s."certificateId" = t."certificateId" AND s.kind = 'lost')`,
  "the log tells of an end exactly when a step made it": `
    SELECT s."certificateId" FROM "SealedCertificate" s, (VALUES ('replaced'), ('invalidated')) AS ends (kind)
     WHERE (SELECT count(*) FROM "LogEntry" l WHERE l.subject = s."sealSha256" AND l.entry LIKE '{"t":"' || ends.kind || '",%')
        <> (SELECT count(*) FROM "CertificateStep" p WHERE p."certificateId" = s."certificateId" AND p.kind::text = ends.kind)`,
  "every step of the office has its event, and every event its step": `
    SELECT coalesce(s.certificate, e.certificate) FROM
      (SELECT "certificateId" AS certificate, kind::text, count(*) FROM "CertificateStep"
        WHERE kind IN ('replaced', 'invalidated', 'surrendered', 'lost', 'never_exported') GROUP BY 1, 2) s
      FULL JOIN
      (SELECT "certificateId" AS certificate,
              CASE kind WHEN 'certificate.neverExported' THEN 'never_exported' ELSE substr(kind, 13) END AS kind, count(*)
         FROM "Event" WHERE kind IN ('certificate.replaced', 'certificate.invalidated', 'certificate.surrendered',
                                     'certificate.lost', 'certificate.neverExported') GROUP BY 1, 2) e
      USING (certificate, kind)
     WHERE s.count IS DISTINCT FROM e.count`,
  "every proposal and its end are told once": `
    SELECT p.id FROM "InvalidationProposal" p
     WHERE (SELECT count(*) FROM "Event" e WHERE e."certificateId" = p."certificateId" AND e.data ->> 'proposalId' = p.id::text)
        <> CASE WHEN p.outcome IS NULL THEN 1 ELSE 2 END`,
  "an account is what its entries and holds say, and never below nothing": wrongAccounts,
} as const;

/** The promises that do not hold, each with the rows that break it; and whether the log's tree is that of its lines. */
export async function brokenPromises(): Promise<Readonly<Record<string, readonly string[]>>> {
  const ask = askThrough(db());
  const broken: Record<string, string[]> = {};
  for (const [promise, statement] of Object.entries(promises)) {
    const rows = await ask<Record<string, unknown>>(statement);
    if (rows.length > 0) broken[promise] = rows.map((row) => String(Object.values(row)[0]));
  }
  const tree = new GrowingTree();
  const entries = await db().logEntry.findMany({ orderBy: { index: "asc" } });
  for (const { entry } of entries) tree.add(Buffer.from(entry));
  const gap = entries.find(({ index }, place) => Number(index) !== place);
  if (gap) broken["the log has no gap"] = [gap.index.toString()];
  const { root } = await readHead(ask, entries.length);
  if (entries.length > 0 && !Buffer.from(root).equals(tree.root()))
    broken["the log's tree is that of its lines"] = [Buffer.from(root).toString("hex")];
  return broken;
}
