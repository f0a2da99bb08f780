import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { tellPeople } from "@/lib/jobs/tell-people";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";
import type { ScanState } from "@/prisma/generated/enums";
import { newDraft } from "@/tests/factories/applications";
import { newExporter } from "@/tests/factories/people";

/* Documents as uploads that ended in one way or another have left them. */

/** A draft of which nothing waits. */
export async function scannedDraft() {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId);
  // What the factory attached is none of these tests'.
  await db().document.updateMany({ where: { applicationId: id }, data: { scan: "clean" } });
  return { owner, id };
}

/** A document as it lies there after an upload that ended like this. */
export async function lying(
  owner: Viewer,
  applicationId: string,
  scan: ScanState,
  content: string,
) {
  const stored = await storeBytes(storage(), Buffer.from(content), "text/plain");
  return db().document.create({
    data: {
      ...{ applicationId, kind: "other", name: "list.txt", mediaType: "text/plain", ...stored },
      ...{ scan, uploadedById: owner.userId },
    },
  });
}

export const stateOf = (id: string) => db().document.findUniqueOrThrow({ where: { id } });
export const inStore = async (key: string) => {
  for await (const file of storage().list()) if (file.key === key) return true;
  return false;
};
export const infections = (applicationId: string) =>
  db().event.findMany({ where: { applicationId, kind: "document.infected" } });

/** The mails about removed files of an application, as the worker plans them. */
export async function mailsOf(applicationId: string): Promise<string[]> {
  for (const { id } of await infections(applicationId)) await tellPeople(id);
  const mails = await db().mail.findMany({ where: { event: { applicationId } } });
  return mails.flatMap(({ template, recipient }) =>
    /ileRemoved/.test(template) ? [`${template} ${recipient}`] : [],
  );
}
