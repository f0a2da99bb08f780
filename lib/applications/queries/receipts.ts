import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { asVersion, idIs } from "@/lib/row-id";
import { storeNamed } from "@/lib/storage/stores";
import type { Language } from "@/prisma/generated/enums";

const fileNames = { en: "receipt", fr: "accuse-de-reception" } as const;

/** The bytes of a submission's receipt, or null while it is being prepared or is none of theirs. */
export async function openReceipt(
  viewer: Viewer,
  applicationId: string,
  version: number,
  language: Language,
) {
  const found = await db().submissionReceipt.findFirst({
    where: {
      language,
      submission: {
        version: asVersion(version),
        application: { AND: [visibleTo(viewer), idIs(applicationId)] },
      },
    },
    select: {
      store: true,
      key: true,
      size: true,
      submission: { select: { application: { select: { number: true } } } },
    },
  });
  if (!found) return null;
  const { store, key, size, submission } = found;
  const name = `${submission.application.number}-${version}-${fileNames[language]}.pdf`;
  return { name, size, stream: await storeNamed(store).read(key) };
}
