import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import type { Words } from "@/lib/mail/words";

/** To whoever keeps the checkpoints of the certificate log: the checkpoint, letter for letter. */
export function checkpointSigned(data: NoticeData<"checkpointSigned">, { say }: Words): Content {
  return {
    subject: say("checkpointSigned.subject"),
    heading: say("checkpointSigned.subject"),
    text: say("checkpointSigned.text"),
    facts: [{ label: say("checkpointSigned.key"), value: data.key }],
    verbatim: data.note,
    notes: [say("checkpointSigned.note")],
  };
}
