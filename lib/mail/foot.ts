import type { Foot } from "@/lib/mail/content";
import type { Template } from "@/lib/mail/notice";
import type { Words } from "@/lib/mail/words";
import { noticeTypes, typeOfTemplate } from "@/lib/notices/types";

/** What stands at the foot of a mail about why it comes; null where it goes to no account. */
export function footOf(template: Template, { say, address }: Words): Foot | null {
  const link = { label: say("foot.change"), address: address("/notices/preferences") };
  if (template === "digest") return { text: say("foot.digest"), link };
  const type = typeOfTemplate[template];
  if (type === null) return null;
  if (noticeTypes[type].urgent) return { text: say("foot.urgent") };
  return { text: say("foot.why"), link };
}
