-- CreateTable
CREATE TABLE "DocumentRequirement" (
    "id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "perCertificate" BOOLEAN NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "basisEn" TEXT NOT NULL,
    "basisFr" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "DocumentRequirement_pkey" PRIMARY KEY ("id")
);

-- Reference data: read here, changed by migrations and by the seed only.
GRANT SELECT ON "DocumentRequirement" TO kp_app;
ALTER TABLE "DocumentRequirement"
  ADD CONSTRAINT "DocumentRequirement_days_in_order" CHECK ("validTo" IS NULL OR "validTo" >= "validFrom");
