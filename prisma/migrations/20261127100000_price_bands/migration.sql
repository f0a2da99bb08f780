-- CreateTable
CREATE TABLE "PriceBand" (
    "id" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "mine" TEXT,
    "category" TEXT,
    "subheading" VARCHAR(7),
    "low" DECIMAL(12,2) NOT NULL,
    "high" DECIMAL(12,2) NOT NULL,
    "basisEn" TEXT NOT NULL,
    "basisFr" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "PriceBand_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Application_exporterId_submittedAt_idx" ON "Application"("exporterId", "submittedAt" DESC);

-- CreateIndex
CREATE INDEX "Application_carats_valueUsd_idx" ON "Application"("carats", "valueUsd");
