import { randomUUID } from "node:crypto";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { NoticeData, Template } from "@/lib/mail/notice";
import { subjectsOf } from "@/lib/mail/compose";
import type { Prisma } from "@/prisma/generated/client";

/** What a mail about a returned application says. */
export const returnedData = (number: string): NoticeData<"returned"> => ({
  applicationId: randomUUID(),
  number,
  name: "Ezra Number",
  dueOn: "2026-12-20",
  sections: ["goods"],
});

/** An event to which mails belong: a person's, of no importance otherwise. */
export async function newMailEvent(personId: string): Promise<bigint> {
  await transaction((tx) =>
    record(tx, { userId: personId, role: "exporter" }, {
      kind: "person.changed",
      data: {},
    } as never),
  );
  const { id } = await db().event.findFirstOrThrow({
    where: { actorId: personId },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return id;
}

/** A mail to somebody, as if it were about their returned application. */
export async function newMail(
  personId: string,
  more: Partial<Prisma.MailUncheckedCreateInput> = {},
  number = "KPO-2026-0001",
) {
  const eventId = await newMailEvent(personId);
  const { email } = await db().user.findUniqueOrThrow({ where: { id: personId } });
  const template: Template = "returned";
  const data = returnedData(number);
  const { en, fr } = subjectsOf({ template, data });
  const { id: noticeId } = await db().notice.create({
    data: {
      eventId,
      userId: personId,
      type: "returned",
      template,
      data,
      urgent: true,
      subjectEn: en,
      subjectFr: fr,
    },
  });
  return db().mail.create({
    data: {
      eventId,
      noticeId,
      template,
      data,
      language: "en",
      recipient: email ?? "",
      ...more,
    },
  });
}
