-- The scan of an application that came on paper, and in which language its applicant is written to.
ALTER TYPE "DocumentKind" ADD VALUE 'application_form' BEFORE 'invoice';
ALTER TABLE "Application" ADD COLUMN "paperLanguage" "Language";
