import { allNotes, type Part } from "@/lib/mail/content";
import { wrapped } from "@/lib/mail/wrapped";
import { officePhone } from "@/lib/office";

const RULE = "─".repeat(40);

/** The mail for readers without HTML: the same words in the same order, in lines that every reader shows whole. */
export function plainText(first: Part, second: Part, officeMailbox: string): string {
  const lines = [
    wrapped(`${first.words.say("organization")} / ${second.words.say("organization")}`),
    wrapped(second.words.say("follows")),
    RULE,
    ...partLines(first),
    RULE,
    ...partLines(second),
    RULE,
    wrapped(`${first.words.say("office")} / ${second.words.say("office")}`),
    `${officeMailbox}\n${officePhone}`,
    ...[first, second].flatMap(footLines),
  ];
  return `${lines.join("\n\n").replaceAll(/ +$/gm, "")}\n`;
}

function footLines({ foot, words: { say } }: Part): string[] {
  if (!foot) return [];
  const { text, link } = foot;
  if (!link) return [wrapped(text)];
  return [
    wrapped(`${text}\n${say("labelled", { label: link.label, value: `\n${link.address}` })}`),
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
  const items = list && [
    say("labelled", { label: list.heading, value: "" }).trimEnd(),
    ...list.items.map((item) => `- ${item}`),
  ];
  return [
    wrapped(content.heading),
    wrapped(content.greeting ?? ""),
    wrapped(content.text),
    ...(content.more ?? []).map(wrapped),
    wrapped(content.facts.map((fact) => say("labelled", fact)).join("\n")),
    // A program reads it letter for letter.
    verbatim?.trimEnd() ?? "",
    wrapped(items?.join("\n") ?? ""),
    button ? wrapped(say("labelled", { label: button.label, value: `\n${button.address}` })) : "",
    wrapped(allNotes(content).join(" ")),
  ].filter((part) => part !== "");
}
