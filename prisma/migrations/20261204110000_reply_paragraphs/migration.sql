-- AlterEnum
ALTER TYPE "ReferenceKind" ADD VALUE 'replyParagraphs';

-- CreateTable
CREATE TABLE "ReplyParagraph" (
    "code" VARCHAR(40) NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "ReplyParagraph_pkey" PRIMARY KEY ("code")
);
