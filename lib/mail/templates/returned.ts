import { numberFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the exporter of a notice of deficiency (Act, s. 9(1)(b)); the reasons stay in the portal. */
export function returned(data: NoticeData<"returned">, words: Words): Content {
  const { say } = words;
  const { number, applicationId } = data;
  const due =
    data.dueOn === null ? [] : [{ label: say("facts.dueDate"), value: words.date(data.dueOn) }];
  const items = data.sections.map((section) => words.section(section));
  return {
    subject: say("returned.subject", { number }),
    heading: say("returned.heading"),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say("returned.text"),
    facts: [numberFact(number, words), ...due],
    ...(items.length > 0 && { list: { heading: say("returned.sections"), items } }),
    button: {
      label: say("returned.button"),
      address: words.address("/applications/[applicationId]", { applicationId }),
    },
    notes: [say("returned.note"), say("neverPassword")],
  };
}
