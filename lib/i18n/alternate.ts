import { routing, type Locale } from "@/lib/i18n/routing";

const templates = Object.values(routing.pathnames).map((address) =>
  typeof address === "string" ? { en: address, fr: address } : address,
);

/** The parameters of `template` in `path`, or null where it is another page. */
function match(template: string, path: string): Map<string, string> | null {
  const wanted = template.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  if (wanted.length !== given.length) return null;
  const parameters = new Map<string, string>();
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? "";
    if (part.startsWith("[")) parameters.set(part, value);
    else if (part !== value) return null;
  }
  return parameters;
}

/** Whether a path inside a language belongs to a page of the portal. */
export function isPage(path: string): boolean {
  const [, first, ...rest] = path.split("/");
  if (first !== "en" && first !== "fr") return true;
  return templates.some((template) => match(template[first], `/${rest.join("/")}`) !== null);
}

/** The page of a path inside a language, and its parameters by name ("[applicationId]"); the fixed names first. */
function find(from: Locale, inner: string) {
  for (const fixedFirst of [true, false]) {
    for (const template of templates) {
      if (template[from].includes("[") === fixedFirst) continue;
      const parameters = match(template[from], inner);
      if (parameters) return { template, parameters };
    }
  }
  return null;
}

/** The language and the part behind it. */
function split(path: string): { from: Locale; inner: string } {
  const [, first = "", ...rest] = path.split("/");
  return { from: first === "fr" ? "fr" : "en", inner: `/${rest.join("/")}` };
}

/** What stands for a parameter in the address of a page: "7" for applicationId in /fr/demandes/7. */
export function parameterIn(path: string, name: string): string | null {
  const { from, inner } = split(path);
  return find(from, inner)?.parameters.get(`[${name}]`) ?? null;
}

/** The page at a path by its English address, as /applications/[applicationId], and its parameters; null where there is none. */
export function pageAt(path: string): { page: string; parameters: Record<string, string> } | null {
  const { from, inner } = split(path);
  const found = find(from, inner);
  if (!found) return null;
  const named = [...found.parameters].map(([name, value]) => [name.slice(1, -1), value]);
  return {
    page: found.template.en,
    parameters: Object.fromEntries(named) as Record<string, string>,
  };
}

/** The same page, with the same parameters, in the other language: /fr/demandes/7 → /en/applications/7. */
export function alternateAddress(path: string, search: string): { locale: Locale; href: string } {
  const { from, inner } = split(path);
  const to: Locale = from === "fr" ? "en" : "fr";
  const page = find(from, inner);
  if (!page) return { locale: to, href: `/${to}` };
  const { template, parameters } = page;
  const there = template[to].replace(/\[\w+\]/g, (name) => parameters.get(name) ?? "");
  return { locale: to, href: `/${to}${there === "/" ? "" : there}${search}` };
}
