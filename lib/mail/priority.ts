import { aboutPeople } from "@/lib/mail/about-people";
import type { Template } from "@/lib/mail/notice";
import { noticeTypes, typeOfTemplate } from "@/lib/notices/types";

/** Which mail is handed to the provider first where many wait; smaller goes first. */
const order = { link: 5, urgent: 8, other: 10, bulk: 20 } as const;

const links: ReadonlySet<string> = new Set(
  Object.entries(aboutPeople).flatMap(([template, { link }]) => (link ? [template] : [])),
);

/** For somebody who sits and waits; then what is urgent; what is said to everybody goes last. */
export function mailPriority(template: Template): number {
  if (links.has(template)) return order.link;
  const type = typeOfTemplate[template];
  if (type === "announcement" || type === "urgentAnnouncement") return order.bulk;
  return type !== null && noticeTypes[type].urgent ? order.urgent : order.other;
}
