-- Pre-printed sheets: by how much each printer is off their fields, and the PDFs that are printed on them.

-- AlterTable
ALTER TABLE "CertificateStep" ADD COLUMN     "printerId" UUID;

-- CreateTable
CREATE TABLE "Printer" (
    "id" UUID NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "right" INTEGER NOT NULL,
    "down" INTEGER NOT NULL,
    "replacesId" UUID,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Printer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrintFile" (
    "id" UUID NOT NULL,
    "printerId" UUID NOT NULL,
    "stepId" BIGINT,
    "store" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "renderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrintFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Printer_replacesId_key" ON "Printer"("replacesId");

-- CreateIndex
CREATE UNIQUE INDEX "PrintFile_stepId_key" ON "PrintFile"("stepId");

-- CreateIndex
CREATE UNIQUE INDEX "PrintFile_key_key" ON "PrintFile"("key");

-- CreateIndex
CREATE INDEX "PrintFile_printerId_idx" ON "PrintFile"("printerId");

-- AddForeignKey
ALTER TABLE "CertificateStep" ADD CONSTRAINT "CertificateStep_printerId_fkey" FOREIGN KEY ("printerId") REFERENCES "Printer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Printer" ADD CONSTRAINT "Printer_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Printer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Printer" ADD CONSTRAINT "Printer_setById_fkey" FOREIGN KEY ("setById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrintFile" ADD CONSTRAINT "PrintFile_printerId_fkey" FOREIGN KEY ("printerId") REFERENCES "Printer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrintFile" ADD CONSTRAINT "PrintFile_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "CertificateStep"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the database promises of them.

GRANT SELECT, INSERT ON "Printer", "PrintFile" TO kp_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Printer', 'PrintFile'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

ALTER TABLE "CertificateStep" ADD CONSTRAINT "CertificateStep_printer" CHECK ("printerId" IS NULL OR kind = 'printed');
ALTER TABLE "Printer"
  ADD CONSTRAINT "Printer_in_reach" CHECK ("right" BETWEEN -100 AND 100 AND down BETWEEN -100 AND 100),
  ADD CONSTRAINT "Printer_named" CHECK (length(trim(name)) > 0);
-- A name is one printer's: whoever sets it anew replaces the line before.
CREATE UNIQUE INDEX "Printer_name" ON "Printer" (lower(name)) WHERE "replacesId" IS NULL;
CREATE UNIQUE INDEX "PrintFile_one_test" ON "PrintFile" ("printerId") WHERE "stepId" IS NULL;

CREATE FUNCTION check_printer() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT follows_certificates(NEW."setById") THEN
    RAISE EXCEPTION 'printers are set by reviewers and signatories'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Printer_by_officers';
  END IF;
  IF NEW."replacesId" IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM "Printer" p WHERE p.id = NEW."replacesId" AND p.name = NEW.name) THEN
    RAISE EXCEPTION 'a setting replaces one of the same printer'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Printer_keeps_name';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_printer BEFORE INSERT ON "Printer" FOR EACH ROW EXECUTE FUNCTION check_printer();
