/** What an element may hold; a text becomes a text node, so nothing that a seal says is ever read as markup. */
type Child = Node | string | null;

type Attributes = Readonly<Record<string, string | true>> & {
  readonly [handler: `on${string}`]: never;
};

/** An element with its attributes and what is in it. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries<string | true>(attributes)) {
    made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that does something at once. */
export function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const made = el("button", { type: "button", class: look }, text);
  made.addEventListener("click", press);
  return made;
}

export const list = (texts: readonly string[]): HTMLUListElement =>
  el("ul", {}, ...texts.map((text) => el("li", {}, text)));
