-- CreateTable
CREATE TABLE "PreparedRequest" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "submissionVersion" INTEGER NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "reasonCode" VARCHAR(40),
    "words" VARCHAR(1000) NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "PreparedRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PreparedRequest_applicationId_submissionVersion_idx" ON "PreparedRequest"("applicationId", "submissionVersion");

-- CreateIndex
CREATE INDEX "PreparedRequest_threadId_idx" ON "PreparedRequest"("threadId");

-- CreateIndex
CREATE INDEX "PreparedRequest_byId_idx" ON "PreparedRequest"("byId");

-- AddForeignKey
ALTER TABLE "PreparedRequest" ADD CONSTRAINT "PreparedRequest_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreparedRequest" ADD CONSTRAINT "PreparedRequest_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreparedRequest" ADD CONSTRAINT "PreparedRequest_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
