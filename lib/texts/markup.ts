import { fromMarkdown } from "mdast-util-from-markdown";

/** What a text may hold once it is read: words, and the few parts below, one inside another. */
export type Marked = string | Part | Link;
type Part = { readonly tag: Tag; readonly inside: readonly Marked[] };
type Link = { readonly tag: "a"; readonly href: string; readonly inside: readonly Marked[] };
type Tag = "h2" | "h3" | "p" | "ul" | "ol" | "li" | "strong" | "em";

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

/**
 * Reads the small part of Markdown in which the office writes: paragraphs, headings, lists, emphasis and
 * links. Whatever else somebody writes, HTML too, stays the words it is written with.
 */
export function readMarkup(text: string): readonly Marked[] {
  return inside(fromMarkdown(text));
}

function inside(node: Node): Marked[] {
  if ("children" in node) return node.children.flatMap(marked);
  return "value" in node ? [node.value] : [];
}

function marked(node: Node): Marked[] {
  switch (node.type) {
    case "heading":
      return [{ tag: node.depth <= 2 ? "h2" : "h3", inside: inside(node) }];
    case "paragraph":
      return [{ tag: "p", inside: inside(node) }];
    case "list":
      return [{ tag: node.ordered ? "ol" : "ul", inside: inside(node) }];
    case "listItem": {
      const parts = node.children.flatMap((child) =>
        child.type === "paragraph" ? inside(child) : marked(child),
      );
      return [{ tag: "li", inside: parts }];
    }
    case "strong":
      return [{ tag: "strong", inside: inside(node) }];
    case "emphasis":
      return [{ tag: "em", inside: inside(node) }];
    case "link":
      // Never to a script, and never to a place that is not said in full.
      return /^(?:https:\/\/|mailto:)/i.test(node.url)
        ? [{ tag: "a", href: node.url, inside: inside(node) }]
        : inside(node);
    case "break":
      return [" "];
    case "blockquote":
    case "code":
    case "definition":
    case "delete":
    case "footnoteDefinition":
    case "footnoteReference":
    case "html":
    case "image":
    case "imageReference":
    case "inlineCode":
    case "linkReference":
    case "root":
    case "table":
    case "tableCell":
    case "tableRow":
    case "text":
    case "thematicBreak":
    case "yaml":
      return inside(node);
  }
}
