import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** In the morning, to somebody of the office: what waits, and what they were told since the last one. */
export function digest(data: NoticeData<"digest">, { locale, say, address }: Words): Content {
  const { name, queue, told, more } = data;
  const total = told.reduce((sum, { count }) => sum + count, more);
  const lines = told.map(({ en, fr, count }) => {
    const subject = oneLine(locale === "fr" ? fr : en);
    return count === 1 ? subject : say("digest.times", { subject, count });
  });
  return {
    subject: say("digest.subject", { count: total }),
    heading: say("digest.heading"),
    greeting: say("greeting", { name: oneLine(name) }),
    text: queue ? say("digest.queue", queue) : say("digest.noQueue"),
    facts: [],
    list: {
      heading: say("digest.told"),
      items: more > 0 ? [...lines, say("digest.more", { count: more })] : lines,
    },
    button: { label: say("digest.button"), address: address("/notices") },
    notes: [say("digest.note")],
    mailNotes: [say("neverPassword")],
  };
}
