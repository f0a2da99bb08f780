import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { PersonDetails } from "@/lib/people/schema";
import type { Language } from "@/prisma/generated/enums";

/** Changes what the viewer says of themselves. */
export function changeDetails(viewer: Viewer, input: PersonDetails): Promise<void> {
  return transaction((tx) => writeDetails(tx, viewer, input));
}

export async function writeDetails(tx: Tx, viewer: Viewer, input: PersonDetails): Promise<void> {
  const { firstName, lastName, language, organization, title, titleFr, phone } = input;
  const data = {
    firstName,
    lastName,
    language,
    organization: organization ?? null,
    title: title ?? null,
    phone: phone ?? null,
    // Asked of officers only: it is printed on certificates.
    ...(viewer.kind === "officer" ? { titleFr: titleFr ?? null } : {}),
  };
  const before = await tx.user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const fields = (Object.keys(data) as (keyof PersonDetails)[]).filter(
    (field) => (data[field] ?? null) !== before[field],
  );
  if (fields.length === 0) return;
  await tx.user.update({ where: { id: viewer.userId }, data });
  await record(tx, actorOf(viewer), { kind: "person.changed", data: { fields } });
}

/** The language in which the portal writes to the viewer; whether that is another than before. */
export async function writeLanguage(
  tx: Tx,
  { userId: id }: Viewer,
  language: Language,
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id, language: { not: language } },
    data: { language },
  });
  return count > 0;
}
