-- The second list says by which end a certificate is no longer in force, which one bit of the first cannot. An end
-- is never said of one that is in force; what ended before is told likewise.
ALTER TABLE "CertificateStatus"
  DROP CONSTRAINT "CertificateStatus_message",
  ADD CONSTRAINT "CertificateStatus_message" CHECK (message BETWEEN 0 AND 6),
  ADD CONSTRAINT "CertificateStatus_end" CHECK (message < 4 OR revoked);

UPDATE "CertificateStatus" t
   SET message = CASE s.kind WHEN 'invalidated' THEN 4 WHEN 'replaced' THEN 5 ELSE 6 END
  FROM "CertificateStep" s
 WHERE s."certificateId" = t."certificateId" AND t.revoked AND s.kind IN ('invalidated', 'replaced', 'surrendered');
