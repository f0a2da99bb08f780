/** An element of a page as React writes it. */
export interface Drawn {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Drawn | null;
  readonly children: (Drawn | string)[];
}

const empty = new Set(["br", "hr", "img", "input", "link", "meta"]);
const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const plain = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|(amp|lt|gt|quot));/gi, (_all, hex?: string, sign = "") =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : (signs[sign as string] ?? ""),
  );

/**
 * Reads the HTML of react-dom/server, which quotes every value and closes every element: one regular
 * expression is enough. Fails at what it did not expect.
 */
export function readHtml(html: string): Drawn {
  const root: Drawn = { tag: "", attributes: {}, parent: null, children: [] };
  let open = root;
  const written = html.replace(/<!--.*?-->|<!DOCTYPE html>|<script.*?<\/script>/gs, "");
  const part = /([^<]+)|<\/([\w-]+)>|<([\w-]+)((?:\s[^\s=>]+="[^"]*")*)\s*\/?>/gy;
  while (part.lastIndex < written.length) {
    const at = part.lastIndex;
    const found = part.exec(written);
    if (!found) throw new Error(`cannot read ${written.slice(at, at + 80)}`);
    const [, text = "", close, tag, rest = ""] = found;
    if (close) {
      if (close !== open.tag || !open.parent) throw new Error(`</${close}> closes <${open.tag}>`);
      open = open.parent;
    } else if (tag) {
      const attributes = Object.fromEntries(
        [...rest.matchAll(/\s([^\s=>]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
          name,
          plain(value),
        ]),
      );
      const element: Drawn = { tag, attributes, parent: open, children: [] };
      open.children.push(element);
      if (!empty.has(tag)) open = element;
    } else open.children.push(plain(text));
  }
  if (open !== root) throw new Error(`<${open.tag}> is never closed`);
  return root;
}

/** Every element within, in the order of the page. */
export function elementsOf(within: Drawn): Drawn[] {
  return within.children.flatMap((child) =>
    typeof child === "string" ? [] : [child, ...elementsOf(child)],
  );
}

/** All that is written within. */
export function textOf(within: Drawn): string {
  return within.children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("");
}

/** The element with an id; a page has at most one. */
export function byId(page: Drawn, id: string): Drawn | null {
  const [found = null, ...more] = elementsOf(page).filter(
    ({ attributes }) => attributes["id"] === id,
  );
  if (more.length > 0) throw new Error(`${more.length + 1} elements with the id ${id}`);
  return found;
}
