import { byId, elementsOf, textOf, type Drawn } from "./read-html";
import { pageFormId } from "@/components/form/page-form";

/** What a browser without script knows of a page's main form. */
export interface DrawnForm {
  /** What would be sent as it stands, buttons aside. */
  readonly filled: Readonly<Record<string, string>>;
  /** Every field that can be filled in; of a list or a choice, the values there are to choose. */
  readonly offers: ReadonlyMap<string, readonly string[] | null>;
  /** The values of the buttons named "intent". */
  readonly intents: readonly string[];
}

export function formOn(page: Drawn): DrawnForm {
  const form = byId(page, pageFormId);
  if (!form) throw new Error(`no form on: ${textOf(page)}`);
  const filled: Record<string, string> = {};
  const offers = new Map<string, readonly string[] | null>();
  const intents: string[] = [];
  for (const element of elementsOf(form)) {
    const { name, value = "", type } = element.attributes;
    if (name === undefined) continue;
    if (element.tag === "button") intents.push(value);
    else if (element.tag === "select") {
      const options = elementsOf(element).filter(({ tag }) => tag === "option");
      offers.set(name, options.map(valueOf));
      const chosen = options.find(({ attributes }) => "selected" in attributes) ?? options[0];
      filled[name] = chosen ? valueOf(chosen) : "";
    } else if (type === "radio" || type === "checkbox") {
      offers.set(name, [...(offers.get(name) ?? []), value]);
      if ("checked" in element.attributes) filled[name] = value;
    } else {
      if (type !== "hidden") offers.set(name, null);
      filled[name] = element.tag === "textarea" ? textOf(element).replace(/^\n/, "") : value;
    }
  }
  return { filled, offers, intents };
}

const valueOf = ({ attributes }: Drawn) => attributes["value"] ?? "";

/** The sentences of the error summary, each with the id that its link leads to. */
export function summaryOn(page: Drawn): readonly { leadsTo: string; says: string }[] {
  return ofClass(page, "error-summary")
    .flatMap(linksIn)
    .map(({ to, says }) => ({ leadsTo: to.slice(1), says }));
}

export function linksIn(within: Drawn): { to: string; says: string }[] {
  return elementsOf(within)
    .filter(({ tag }) => tag === "a")
    .map((link) => ({ to: link.attributes["href"] ?? "", says: textOf(link) }));
}

/**
 * The error by which the control with this id, or the group it belongs to, is described. Null where
 * there is none; fails where there is no such control.
 */
export function errorAt(page: Drawn, id: string): string | null {
  const control = byId(page, id);
  if (!control) throw new Error(`no field with the id ${id}`);
  for (let at: Drawn | null = control; at && at.tag !== "form"; at = at.parent) {
    const described = (at.attributes["aria-describedby"] ?? "").split(" ");
    if (!described.includes(`${id}-error`)) continue;
    const error = byId(page, `${id}-error`);
    if (!error) throw new Error(`${id} is described by an error that is not there`);
    // "Error:" for those who do not see its place and colour, then the sentence.
    const [hidden, ...sentence] = error.children;
    if (!hidden || typeof hidden === "string") throw new Error(`"${textOf(error)}" begins bare`);
    return textOf({ ...error, children: sentence });
  }
  return null;
}

/** The elements of a class. */
export function ofClass(page: Drawn, name: string): Drawn[] {
  return elementsOf(page).filter(({ attributes }) =>
    (attributes["class"] ?? "").split(" ").includes(name),
  );
}
