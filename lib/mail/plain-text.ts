import type { Part } from "@/lib/mail/content";
import { officePhone } from "@/lib/office";

const RULE = "─".repeat(40);

/** The mail for readers without HTML: the same words in the same order. */
export function plainText(first: Part, second: Part, officeMailbox: string): string {
  const lines = [
    `${first.words.say("organization")} / ${second.words.say("organization")}`,
    second.words.say("follows"),
    RULE,
    ...partLines(first),
    RULE,
    ...partLines(second),
    RULE,
    `${first.words.say("office")} / ${second.words.say("office")}`,
    `${officeMailbox}\n${officePhone}`,
    ...[first, second].flatMap(footLines),
  ];
  return `${lines.join("\n\n").replaceAll(/ +$/gm, "")}\n`;
}

function footLines({ foot, words: { say } }: Part): string[] {
  if (!foot) return [];
  const { text, link } = foot;
  return [
    link ? `${text}\n${say("labelled", { label: link.label, value: `\n${link.address}` })}` : text,
  ];
}

/** One language of it, without what stands around both. */
export function partText(part: Part): string {
  return partLines(part)
    .filter((line) => line !== "")
    .join("\n\n")
    .replaceAll(/ +$/gm, "");
}

function partLines({ content, words: { say } }: Part): string[] {
  const { list, button, verbatim } = content;
  return [
    content.heading,
    ...(content.greeting === undefined ? [] : [content.greeting]),
    content.text,
    ...(content.more ?? []),
    content.facts.map((fact) => say("labelled", fact)).join("\n"),
    ...(verbatim === undefined ? [] : [verbatim.trimEnd()]),
    ...(list
      ? [
          [
            say("labelled", { label: list.heading, value: "" }).trimEnd(),
            ...list.items.map((item) => `- ${item}`),
          ].join("\n"),
        ]
      : []),
    ...(button ? [say("labelled", { label: button.label, value: `\n${button.address}` })] : []),
    content.notes.join(" "),
  ];
}
