-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "dismissedAt" TIMESTAMPTZ(3),
ADD COLUMN     "dismissedById" UUID;

-- CreateIndex
CREATE INDEX "Mail_recipient_settledAt_idx" ON "Mail"("recipient", "settledAt");

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_dismissedById_fkey" FOREIGN KEY ("dismissedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
