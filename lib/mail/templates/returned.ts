import { exporterFact, numberFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the exporter of a notice of deficiency (Act, s. 9(1)(b)) and its chosen reasons; an officer's words stay in the portal. */
export function returned(data: NoticeData<"returned">, words: Words): Content {
  const { say } = words;
  const { number, applicationId } = data;
  const due =
    data.dueOn === null ? [] : [{ label: say("facts.dueDate"), value: words.date(data.dueOn) }];
  const items = data.sections.flatMap((each, i) => {
    const section = words.section(each);
    const reasons = data.reasons?.[i] ?? [];
    if (reasons.length === 0) return [section];
    return reasons.map((reason) =>
      say("returned.reason", { section, reason: oneLine(reason[words.locale]) }),
    );
  });
  return {
    subject: say("returned.subject", { number }),
    heading: say("returned.heading"),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say("returned.text"),
    facts: [numberFact(number, words), ...exporterFact(data.exporter, words), ...due],
    ...(items.length > 0 && { list: { heading: say("returned.sections"), items } }),
    button: {
      label: say("returned.button"),
      address: words.address("/applications/[applicationId]", { applicationId }),
    },
    notes: [say("returned.note")],
    mailNotes: [say("neverPassword")],
  };
}
