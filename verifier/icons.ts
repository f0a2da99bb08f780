import type { Mark } from "./report";

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

/** Each verdict has a shape of its own: a circle, an octagon, a triangle, a dashed circle. */
const shapes: Readonly<Record<Mark, readonly [Shape, Shape]>> = {
  good: [
    ["circle", { class: "ground", cx: "16", cy: "16", r: "15" }],
    ["path", { class: "line", d: "M8.5 16.6l5 5 10-11" }],
  ],
  bad: [
    ["path", { class: "ground", d: "M10 1h12l9 9v12l-9 9H10l-9-9V10z" }],
    ["path", { class: "line", d: "M10.5 10.5l11 11m0-11l-11 11" }],
  ],
  doubt: [
    ["path", { class: "ground", d: "M16 2l15 27H1z" }],
    ["path", { class: "line", d: "M16 12v8.5m0 2v3.5" }],
  ],
  none: [
    ["circle", { class: "dashes", cx: "16", cy: "16", r: "14" }],
    ["path", { class: "line", d: "M9 16h14" }],
  ],
};

const SVG = "http://www.w3.org/2000/svg";

/** The icon of a verdict; the word beside it says the same. */
export function icon(mark: Mark): SVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 32 32");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", `icon ${mark}`);
  for (const [tag, attributes] of shapes[mark]) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    drawing.append(shape);
  }
  return drawing;
}
