import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { asVersion, idIs } from "@/lib/row-id";
import { storeNamed } from "@/lib/storage/stores";
import type { Language } from "@/prisma/generated/enums";

const noticeNames = { en: "notice-of-deficiency", fr: "avis-de-non-conformite" } as const;
const rejectionNames = { en: "rejection", fr: "rejet" } as const;

const file = { store: true, key: true, size: true } as const;

/** The letter of a notice of deficiency, or null while it is being prepared or is none of theirs. */
export async function openNotice(
  viewer: Viewer,
  applicationId: string,
  version: number,
  language: Language,
) {
  const found = await db().noticeLetter.findFirst({
    where: {
      language,
      submission: {
        version: asVersion(version),
        application: { AND: [visibleTo(viewer), idIs(applicationId)] },
      },
    },
    select: { ...file, submission: { select: { application: { select: { number: true } } } } },
  });
  if (!found) return null;
  const { number } = found.submission.application;
  return opened(found, `${number}-${version}-${noticeNames[language]}`);
}

/** The letter of a rejection, or null while it is being prepared or is none of theirs. */
export async function openRejection(viewer: Viewer, applicationId: string, language: Language) {
  const found = await db().decisionLetter.findFirst({
    where: {
      language,
      decision: { application: { AND: [visibleTo(viewer), idIs(applicationId)] } },
    },
    select: { ...file, decision: { select: { application: { select: { number: true } } } } },
  });
  if (!found) return null;
  const { number } = found.decision.application;
  return opened(found, `${number}-${rejectionNames[language]}`);
}

async function opened(
  { store, key, size }: { store: string; key: string; size: number },
  name: string,
) {
  return { name: `${name}.pdf`, size, stream: await storeNamed(store).read(key) };
}
