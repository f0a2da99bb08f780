import { html, nothing, type Markup } from "@/gckey/markup";
import type { Rule } from "@/gckey/rules/rule";
import type { Texts } from "@/gckey/texts";

type Item = { rule: Rule; words: string };

/**
 * A list of rules beside the field `of`. It carries each rule's pattern, so that live-checklist.js can tick
 * it off while the reader types; without script it is a plain list.
 */
export function checklist(
  text: Texts,
  title: string,
  of: string,
  items: Item[],
  same?: { as: string; words: string },
): Markup {
  const lines = items.map(
    ({ rule: { pattern }, words }) =>
      html`<li data-pattern="${pattern.source}" data-flags="${pattern.flags}">${words}</li>`,
  );
  const last = same ? html`<li data-same-as="${same.as}">${same.words}</li>` : nothing;
  return html`<h2>${title}</h2>
    <ul class="checklist" data-of="${of}" data-met="${text.ruleMet}" data-open="${text.ruleOpen}">
      ${lines}${last}
    </ul>`;
}
