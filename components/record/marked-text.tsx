import { createElement, type ReactNode } from "react";
import type { Marked } from "@/lib/texts/markup";

/** Draws a text that was read from its markup. */
export function MarkedText({ text, lang }: { text: readonly Marked[]; lang?: string }) {
  return (
    <div className="written-text" lang={lang}>
      {draw(text)}
    </div>
  );
}

function draw(text: readonly Marked[]): ReactNode[] {
  return text.map((part, i) => {
    if (typeof part === "string") return part;
    const { tag, inside, ...rest } = part;
    return createElement(tag, { key: i, ...rest }, ...draw(inside));
  });
}
