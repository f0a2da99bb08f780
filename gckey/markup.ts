/** Text that is HTML already; everything else is escaped when it is put into a template. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export const nothing = new Markup("");

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

type Value = Markup | string | number | Value[];

function render(value: Value): string {
  if (Array.isArray(value)) return value.map(render).join("");
  return value instanceof Markup ? value.text : escaped(String(value));
}

/** Builds HTML; every value is escaped unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(parts.reduce((all, part, at) => all + render(values[at - 1] ?? "") + part));
}
