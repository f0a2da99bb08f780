// Line work in millimetres. Each function answers with SVG path data of cubic segments.
const TAU = Math.PI * 2;
type Point = readonly [number, number];

const round = (n: number): string => String(Math.round(n * 100) / 100 + 0);

/** A parametric curve as cubic segments, with tangents taken numerically. */
export function curve(
  point: (t: number) => Point,
  from: number,
  to: number,
  steps: number,
): string {
  const step = (to - from) / steps;
  const tiny = step / 200;
  const slope = (t: number): Point => {
    const [ax, ay] = point(t - tiny);
    const [bx, by] = point(t + tiny);
    return [((bx - ax) / (2 * tiny)) * (step / 3), ((by - ay) / (2 * tiny)) * (step / 3)];
  };
  let [x, y] = point(from);
  let [dx, dy] = slope(from);
  let path = `M${round(x)} ${round(y)}`;
  for (let i = 1; i <= steps; i++) {
    const [nx, ny] = point(from + i * step);
    const [ndx, ndy] = slope(from + i * step);
    path += `C${round(x + dx)} ${round(y + dy)} ${round(nx - ndx)} ${round(ny - ndy)} ${round(nx)} ${round(ny)}`;
    [x, y, dx, dy] = [nx, ny, ndx, ndy];
  }
  return path;
}

/** A woven band: strands of sine lines, a third of a period apart. `length` runs along the band, `width` across it. */
export function ribbon(band: {
  x: number;
  y: number;
  length: number;
  width: number;
  periods: number;
  vertical?: boolean;
  lines?: number;
}): string {
  const { x, y, length, width, periods, vertical = false, lines = 5 } = band;
  const wave = (TAU * periods) / length;
  let path = "";
  for (let strand = 0; strand < 3; strand++) {
    const phase = (TAU * strand) / 3;
    for (let i = 0; i < lines; i++) {
      const side = -1 + (2 * i) / (lines - 1);
      const across = (t: number): number =>
        width / 2 +
        width * 0.3 * Math.cos(wave * t + phase) +
        side * width * 0.155 * (1 - 0.45 * Math.cos(2 * (wave * t + phase)));
      path += curve(
        (t) => (vertical ? [x + across(t), y + t] : [x + t, y + across(t)]),
        0,
        length,
        periods * 4,
      );
    }
  }
  return path;
}

/** A ring of petals between two radii, drawn once for each phase. */
export function rosette(ring: {
  cx: number;
  cy: number;
  inner: number;
  outer: number;
  petals: number;
  phases: number;
  turn?: number;
}): string {
  const { cx, cy, inner, outer, petals, phases, turn = 0 } = ring;
  const middle = (inner + outer) / 2;
  const swing = (outer - inner) / 2;
  let path = "";
  for (let i = 0; i < phases; i++) {
    const phase = (TAU * i) / phases + turn;
    path += curve(
      (t) => {
        const radius = middle + swing * Math.cos(petals * t + phase);
        return [cx + radius * Math.cos(t), cy + radius * Math.sin(t)];
      },
      0,
      TAU,
      petals * 4,
    );
  }
  return path;
}

/** A hypotrochoid of the given radius: overlapping loops around a centre. */
export function loops(star: {
  cx: number;
  cy: number;
  radius: number;
  count: number;
  reach: number;
}): string {
  const { cx, cy, radius, count, reach } = star;
  const scale = radius / (1 + reach);
  return curve(
    (t) => [
      cx + scale * (Math.cos(t) + reach * Math.cos(count * t)),
      cy + scale * (Math.sin(t) - reach * Math.sin(count * t)),
    ],
    0,
    TAU,
    (count + 1) * 8,
  );
}

/** Pairs of sine bands over a rectangle, one every `gap`; a band that leaves the rectangle runs along its edge. */
export function bands(area: {
  x: number;
  y: number;
  width: number;
  height: number;
  gap: number;
}): string[] {
  const { x, y, width, height, gap } = area;
  const rows = Math.ceil((height + 8) / gap);
  const paths: string[] = [];
  for (let row = 0; row < rows; row++) {
    for (const side of [1, -1]) {
      const level = (t: number): number =>
        y -
        4 +
        row * gap +
        side * 4.2 * Math.sin((TAU * t) / 58 + side * row * 0.16) +
        1.5 * Math.sin((TAU * t) / 19.3 - side * row * 0.31);
      const clamp = (v: number): number => Math.max(y, Math.min(y + height, v));
      paths.push(curve((t) => [x + t, clamp(level(t))], 0, width, Math.round(width / 5)));
    }
  }
  return paths;
}

/** An octahedral crystal, engraved: its outline with the inner edges, and a hatch that darkens face by face. */
export function crystal(cx: number, cy: number, size: number): { edges: string; hatch: string } {
  const top: Point = [cx, cy - size];
  const bottom: Point = [cx, cy + size];
  const left: Point = [cx - size * 0.86, cy - size * 0.04];
  const right: Point = [cx + size * 0.86, cy - size * 0.04];
  const front: Point = [cx - size * 0.2, cy + size * 0.2];
  const at = ([px, py]: Point): string => `${round(px)} ${round(py)}`;
  const between = (a: Point, b: Point, t: number): Point => [
    a[0] + (b[0] - a[0]) * t,
    a[1] + (b[1] - a[1]) * t,
  ];
  const faces: [Point, Point, Point, number][] = [
    [top, left, front, 9],
    [top, front, right, 15],
    [bottom, left, front, 17],
    [bottom, front, right, 26],
  ];
  let hatch = "";
  for (const [apex, a, b, lines] of faces) {
    for (let i = 1; i < lines; i++) {
      hatch += `M${at(between(apex, a, i / lines))}L${at(between(apex, b, i / lines))}`;
    }
  }
  const edges = `M${at(top)}L${at(left)}L${at(bottom)}L${at(right)}ZM${at(top)}L${at(front)}L${at(bottom)}M${at(left)}L${at(front)}L${at(right)}`;
  return { edges, hatch };
}

/** The stroke that crosses out an unused row or place. */
export function strike(width: number): string {
  return curve(
    (t) => [t, 1 + 0.45 * Math.sin((TAU * t) / 4.6)],
    0,
    width,
    Math.round(width / 1.15),
  );
}
