import { bands, crystal, loops, ribbon, rosette, strike } from "@/lib/certificates/pdf/curves";
import { SHEET } from "@/lib/pdf/theme";

/** Centre of the ground rosettes and of the medallion, in millimetres. */
export const MEDALLION = { x: 107.95, y: 17.3 } as const;
const GROUND_CENTRE = { cx: 107.95, cy: 142 } as const;

export const CORNERS = [
  [7.5, 7.5],
  [196, 7.5],
  [7.5, 259.5],
  [196, 259.5],
] as const;

// The printed ground turns slowly through these tints from top to bottom.
const IRIS = ["#d3e3df", "#dde7da", "#ede4d1", "#eaddd8", "#d9dfea", "#d1e1e3"];

export interface Stroke {
  d: string;
  colour: string;
}

function lineWork() {
  return {
    /** The ground of part 1, inside its frame. */
    certificate: [
      ...tinted(bands({ x: 16, y: 16, width: 183.9, height: 247.4, gap: 2.5 })),
      ...groundRosettes(),
    ],
    /** The ground of the other sheets, left of nothing: the slips cover it. */
    slip: (top: number, height: number) =>
      tinted(bands({ x: 12, y: top, width: 191.9, height, gap: 2.5 })),
    frame: [
      ribbon({ x: 19.9, y: 7.5, length: 176.1, width: 7.4, periods: 21 }),
      ribbon({ x: 19.9, y: 264.5, length: 176.1, width: 7.4, periods: 21 }),
      ribbon({ x: 7.5, y: 19.9, length: 239.6, width: 7.4, periods: 29, vertical: true }),
      ribbon({ x: 201, y: 19.9, length: 239.6, width: 7.4, periods: 29, vertical: true }),
    ].join(""),
    corners: CORNERS.map(([x, y]) => {
      const [cx, cy] = [x + 6.2, y + 6.2];
      return (
        rosette({ cx, cy, inner: 2.4, outer: 5.1, petals: 12, phases: 6 }) +
        rosette({ cx, cy, inner: 0.9, outer: 2.5, petals: 8, phases: 4, turn: 0.6 })
      );
    }).join(""),
    medallion: rosette({
      cx: MEDALLION.x,
      cy: MEDALLION.y,
      inner: 7.55,
      outer: 9.9,
      petals: 24,
      phases: 4,
    }),
    crystal: crystal(MEDALLION.x, MEDALLION.y, 6),
    strip: ribbon({ x: 0.1, y: 0.1, length: 191.7, width: 4, periods: 44, lines: 4 }),
    strikeRow: strike(168),
    strikePlace: strike(24),
    strikeValue: strike(40),
  };
}

function groundRosettes(): Stroke[] {
  return [
    {
      d: rosette({ ...GROUND_CENTRE, inner: 40, outer: 63, petals: 24, phases: 8 }),
      colour: "#dbe6e4",
    },
    {
      d: rosette({ ...GROUND_CENTRE, inner: 22, outer: 41, petals: 18, phases: 8 }),
      colour: "#eee4da",
    },
    { d: loops({ ...GROUND_CENTRE, radius: 22, count: 23, reach: 0.55 }), colour: "#dfe3ec" },
  ];
}

let drawn: ReturnType<typeof lineWork> | undefined;

/** The line work of the paper, computed once in a process: it is the same on every certificate. */
export function artPaths(): ReturnType<typeof lineWork> {
  drawn ??= lineWork();
  return drawn;
}

/** One path for each step of colour, so that the file draws a few long paths and not hundreds. */
function tinted(paths: readonly string[]): Stroke[] {
  const steps = 36;
  const strokes: Stroke[] = [];
  paths.forEach((d, i) => {
    const colour = blend(Math.floor((i / paths.length) * steps) / (steps - 1));
    const last = strokes.at(-1);
    if (last?.colour === colour) last.d += d;
    else strokes.push({ d, colour });
  });
  return strokes;
}

function blend(t: number): string {
  const at = t * (IRIS.length - 1);
  const stop = Math.min(Math.floor(at), IRIS.length - 2);
  const channels = (i: number): number[] =>
    [1, 3, 5].map((k) => parseInt((IRIS[i] ?? "#ffffff").slice(k, k + 2), 16));
  const [from, to] = [channels(stop), channels(stop + 1)];
  const mixed = from.map((c, i) => Math.round(c + ((to[i] ?? c) - c) * (at - stop)));
  return `#${mixed.map((c) => c.toString(16).padStart(2, "0")).join("")}`;
}

export const VIEW_BOX = `0 0 ${SHEET.width} ${SHEET.height}`;
